package com.example.reference;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import com.scalekit.spring.webhooks.WebhookOutcome;
import com.scalekit.spring.webhooks.WebhookReceiver;
import com.scalekit.spring.webhooks.WebhookSignature;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "scalekit.webhook.secret=" + SeatsTests.SECRET)
class SeatsTests {

	static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

	@Test
	void takesASeat(@Autowired WebhookReceiver receiver, @Autowired Seats seats) {
		byte[] event = """
				{"id": "evt_1", "type": "user.organization_membership_created", "occurred_at": "2026-03-01T12:00:00Z",
				 "data": {"organization": {"id": "org_1"}, "user": {"id": "usr_1", "email": "ann@acme.com"}}}
				""".getBytes(StandardCharsets.UTF_8);
		WebhookSignature signature = new WebhookSignature(List.of(SECRET));
		assertThat(receiver.receive(signature.sign("msg_1", event), event).outcome()).isEqualTo(WebhookOutcome.HANDLED);
		assertThat(seats.taken("org_1")).isOne();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Seats.class, AuditTrail.class, WebhookQueue.class, SignupRules.class })
	static class Application {

	}

}
