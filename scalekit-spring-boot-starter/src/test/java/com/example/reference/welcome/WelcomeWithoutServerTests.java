package com.example.reference.welcome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.MockMvcWebTestClient;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.webhooks.WebhookEvent;

import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = "scalekit.webhook.secret=${SCALEKIT_WEBHOOK_SECRET}")
@SpringBootTest
@AutoConfigureMockMvc
@AutoConfigureScalekitServer
class WelcomeWithoutServerTests {

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private Welcome welcome;

	@BeforeEach
	void reset() {
		this.welcome.names().clear();
	}

	@Test
	void mockMvc(@Autowired MockMvcTester mvc) {
		deliver(this.scalekit, mvc);
	}

	private static void deliver(ScalekitServer scalekit, MockMvcTester mvc) {
		WebhookEvent event = scalekit.webhooks().event("organization.created").data("display_name", "Acme");
		HttpHeaders headers = new HttpHeaders();
		event.headers().forEach(headers::add);
		assertThat(mvc.post().uri("/scalekit/webhooks").headers(headers).content(event.body())).hasStatusOk();
	}

	@Test
	void webTestClient(@Autowired MockMvc mvc) {
		deliver(this.scalekit, MockMvcWebTestClient.bindTo(mvc).build());
	}

	private static void deliver(ScalekitServer scalekit, WebTestClient client) {
		WebhookEvent event = scalekit.webhooks().event("organization.created").data("display_name", "Acme");
		client.post()
			.uri("/scalekit/webhooks")
			.headers((headers) -> event.headers().forEach(headers::add))
			.bodyValue(event.body())
			.exchange()
			.expectStatus()
			.isOk();
	}

	@AfterEach
	void hasWelcomed() {
		assertThat(this.welcome.names()).containsExactly("Acme");
	}

}
