package com.example.reference.welcome;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestPropertySource;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.webhooks.WebhookResponse;

import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = "scalekit.webhook.secret=${SCALEKIT_WEBHOOK_SECRET}")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureScalekitServer
class WelcomeTests {

	@Test
	void welcomesNewOrganization(@Autowired ScalekitServer scalekit, @Autowired Welcome welcome) {
		scalekit.organizations().add("Acme");
		scalekit.webhooks().awaitDelivery("organization.created");
		assertThat(welcome.names()).contains("Acme");
	}

	@Test
	void ignoresForgedEvent(@Autowired ScalekitServer scalekit, @Autowired Welcome welcome) {
		assertThat(scalekit.webhooks().event("organization.created").data("display_name", "Mallory").forged().deliver())
			.returns(400, WebhookResponse::status);
		assertThat(welcome.names()).doesNotContain("Mallory");
	}

}
