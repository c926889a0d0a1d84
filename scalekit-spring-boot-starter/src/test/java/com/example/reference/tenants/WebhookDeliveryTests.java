package com.example.reference.tenants;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.junit.ScalekitServerExtension;
import com.scalekit.spring.test.webhooks.InterceptorDecision;
import com.scalekit.spring.test.webhooks.WebhookDelivery;
import com.scalekit.spring.test.webhooks.WebhookEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@ExtendWith(ScalekitServerExtension.class)
class WebhookDeliveryTests {

	private final List<String> received = new CopyOnWriteArrayList<>();

	private HttpServer application;

	@BeforeEach
	void startApplication() throws IOException {
		this.application = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
		this.application.createContext("/scalekit/webhooks", (exchange) -> answer(exchange, 204, ""));
		this.application.createContext("/scalekit/interceptors", (exchange) -> answer(exchange, 200, """
				{"decision":"DENY","error":{"message":"Ask your administrator"}}"""));
		this.application.start();
	}

	private void answer(HttpExchange exchange, int status, String body) throws IOException {
		this.received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@AfterEach
	void stopApplication() {
		this.application.stop(0);
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.application.getAddress().getPort() + path);
	}

	@Test
	void testDelivers(ScalekitServer scalekit) {
		deliver(scalekit, uri("/scalekit/webhooks"));
		assertThat(this.received.get(0)).contains("\"t-1\"");
	}

	private static void deliver(ScalekitServer scalekit, URI uri) {
		scalekit.webhooks().event("organization.created").data("external_id", "t-1").deliverTo(uri);
		scalekit.webhooks()
			.event("user.organization_membership_created")
			.organization("org_1")
			.data("user.email", "ann@acme.com")
			.deliverTo(uri);
		assertThat(scalekit.webhooks().event("user.login").deliverTo(uri).status()).isEqualTo(204);
	}

	@Test
	void testDeliversWrongly(ScalekitServer scalekit) {
		URI uri = uri("/scalekit/webhooks");
		scalekit.webhooks().event("user.login").twice().deliverTo(uri);
		scalekit.webhooks().event("user.login").late(Duration.ofMinutes(6)).deliverTo(uri);
		scalekit.webhooks().event("user.login").forged().deliverTo(uri);
		assertThat(this.received).hasSize(4);
	}

	@Test
	void otherMeansDeliver(ScalekitServer scalekit) {
		MockHttpServletRequest request = request(scalekit).buildRequest(null);
		assertThat(request.getHeader("webhook-signature")).startsWith("v1,");
		assertThat(request.getContentType()).startsWith("application/json");
		assertThat(request.getContentAsByteArray()).isNotEmpty();
	}

	private static MockHttpServletRequestBuilder request(ScalekitServer scalekit) {
		WebhookEvent event = scalekit.webhooks().event("user.login");
		MockHttpServletRequestBuilder request = post("/scalekit/webhooks").content(event.body());
		event.headers().forEach((name, value) -> request.header(name, value));
		return request;
	}

	@Test
	void serverDelivers(ScalekitServer scalekit) {
		URI uri = uri("/scalekit/webhooks");
		scalekit.webhooks().target(uri);
		String acme = scalekit.organizations().add("Acme");
		WebhookDelivery delivery = scalekit.webhooks().awaitDelivery("organization.created");
		assertThat(delivery.organizationId()).isEqualTo(acme);
	}

	@Test
	void interceptorIsAsked(ScalekitServer scalekit) {
		URI uri = uri("/scalekit/interceptors");
		InterceptorDecision decision = scalekit.interceptors().ask("PRE_SIGNUP").email("ann@acme.com").at(uri);
		assertThat(decision.allowed()).isFalse();
		assertThat(decision.message()).isEqualTo("Ask your administrator");
	}

}
