package com.example.reference;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.http.BodyMember;
import com.scalekit.spring.client.http.Enveloped;

@Configuration(proxyBeanMethods = false)
class OwnContract {

	@Bean
	DirectorySetupClient directorySetupClient(@Qualifier("scalekitClients") ScalekitClients scalekitClients) {
		return scalekitClients.create(DirectorySetupClient.class);
	}

	@HttpExchange("/api/v1")
	interface DirectorySetupClient {

		@Enveloped("directory")
		@PostExchange("/organizations/{organizationId}/directories")
		NewDirectory create(@PathVariable String organizationId, @BodyMember("directory_type") String type,
				@BodyMember("directory_provider") String provider);

		@DeleteExchange("/organizations/{organizationId}/directories/{id}")
		void delete(@PathVariable String organizationId, @PathVariable String id);

	}

	record NewDirectory(String id, String directoryProvider, @Nullable Instant lastSyncedAt) {

	}

}
