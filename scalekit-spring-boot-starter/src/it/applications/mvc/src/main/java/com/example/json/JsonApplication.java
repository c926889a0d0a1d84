package com.example.json;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * An application with JSON conventions of its own, in everything it reads and writes.
 */
@SpringBootApplication
@RestController
public class JsonApplication {

	private final WebClient webClient;

	private final ObjectProvider<OrganizationsClient> organizations;

	private final String partnerUrl;

	JsonApplication(WebClient.Builder webClient, ObjectProvider<OrganizationsClient> organizations,
			@Value("${partner.url}") String partnerUrl) {
		this.webClient = webClient.build();
		this.organizations = organizations;
		this.partnerUrl = partnerUrl;
	}

	public static void main(String[] args) {
		SpringApplication.run(JsonApplication.class, args);
	}

	@GetMapping("/hi")
	Greeting hi() {
		return new Greeting("hi", null);
	}

	@GetMapping("/partner")
	Greeting partner() {
		return this.webClient.post()
			.uri(this.partnerUrl)
			.bodyValue(new Greeting("hi", null))
			.retrieve()
			.bodyToMono(Greeting.class)
			.block();
	}

	@GetMapping("/onboard")
	String onboard() {
		Organization created = this.organizations.getObject()
			.create(CreateOrganization.named("Acme").withExternalId("t-1").withMetadata(Map.of("plan", "free")));
		return created.displayName() + " " + created.externalId() + " " + created.metadata();
	}

	@GetMapping("/organizations")
	long count() {
		return this.organizations.getObject().list().totalSize();
	}

	record Greeting(String greetingText, String recipientName) {

	}

	@Configuration(proxyBeanMethods = false)
	static class JsonConfiguration {

		@Bean
		JsonMapper jsonMapper() {
			return JsonMapper.builder()
				.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
				.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.ALWAYS))
				.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
				.build();
		}

		/**
		 * Registered codecs are asked before those that Spring has by default.
		 */
		@Bean
		CodecCustomizer registeredCodecs(JsonMapper jsonMapper) {
			return (codecs) -> {
				codecs.customCodecs().register(new JacksonJsonDecoder(jsonMapper));
				codecs.customCodecs().register(new JacksonJsonEncoder(jsonMapper));
				codecs.defaultCodecs().maxInMemorySize(64);
			};
		}

	}

}
