package com.example;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureScalekitServer
class WelcomeApplicationTests {

	@Test
	void welcomesWhomItCreates(@Autowired OrganizationsClient organizations, @Autowired ScalekitServer scalekit,
			@Autowired WelcomeApplication application) {
		organizations.create(CreateOrganization.named("Acme"));
		scalekit.webhooks().awaitDelivery("organization.created");
		assertThat(application.welcomed()).contains("Acme");
	}

	@Test
	void welcomesWhomOthersCreate(@Autowired ScalekitServer scalekit, @Autowired WelcomeApplication application) {
		scalekit.organizations().add("Umbrella");
		scalekit.webhooks().awaitDelivery("organization.created");
		assertThat(application.welcomed()).contains("Umbrella");
	}

	@Test
	void refusesForgedEvents(@Autowired ScalekitServer scalekit, @Autowired WelcomeApplication application) {
		assertThat(scalekit.webhooks()
			.event("organization.created")
			.data("display_name", "Mallory")
			.forged()
			.deliver()
			.status()).isEqualTo(400);
		assertThat(application.welcomed()).doesNotContain("Mallory");
	}

}
