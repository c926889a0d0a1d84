package com.example.reference;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.interceptors.InterceptorReceiver;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.webhooks.WebhookHeaders;
import com.scalekit.spring.webhooks.WebhookRefusedException;
import com.scalekit.spring.webhooks.WebhookSignature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The messages that {@code docs/troubleshooting.md} explains are those that are printed.
 */
@ExtendWith(OutputCaptureExtension.class)
class TroubleshootingTests {

	private static final Path PAGE = DocumentationTests.PROJECT.resolve("docs/troubleshooting.md");

	private final ScalekitServer server = ScalekitServer.start();

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(classes = { NeedsClient.class, NeedsManager.class })
	void missingBean(Class<?> bean, CapturedOutput output) {
		assertThat(startUpFailure(bean, false)).isNotNull();
		assertDocumented(output.toString()
			.lines()
			.filter((line) -> line.startsWith("Parameter 0"))
			.findFirst()
			.orElseThrow()
			.replaceFirst("^.* required", "required"));
	}

	@Test
	void webClientWithoutQualifier() {
		assertDocumented(message(NestedExceptionUtils.getMostSpecificCause(startUpFailure(NeedsWebClient.class, true)))
			.replaceFirst("\\. Dependency.*", ""));
	}

	private Throwable startUpFailure(Class<?> bean, boolean enabled) {
		return catchThrowable(() -> new SpringApplicationBuilder(Application.class, bean).web(WebApplicationType.NONE)
			.run("--scalekit.enabled=" + enabled, "--scalekit.environment-url=" + this.server.url(),
					"--scalekit.client-id=" + this.server.clientId(),
					"--scalekit.client-secret=" + this.server.clientSecret()));
	}

	@Test
	void wrongSecret() {
		try (ScalekitClients scalekit = clients("test_wrong")) {
			assertDocumented(failure(scalekit));
		}
	}

	@Test
	void closedClients() {
		ScalekitClients scalekit = clients(this.server.clientSecret());
		scalekit.close();
		assertDocumented(failure(scalekit));
	}

	@Test
	void otherServer() {
		try (ScalekitClients scalekit = clients(this.server.clientSecret())) {
			assertDocumented(message(catchThrowable(
					() -> scalekit.webClient().get().uri("http://localhost:1/").retrieve().toBodilessEntity().block()))
				.replaceFirst("^.*: the access", "the access")
				.replaceFirst(" \\(.*", ""));
		}
	}

	@Test
	void relativePathSegment() {
		try (ScalekitClients scalekit = clients(this.server.clientSecret())) {
			assertDocumented(message(catchThrowable(() -> scalekit.create(OrganizationsClient.class).get(".."))));
		}
	}

	@Test
	void eventLoopThread() {
		try (ScalekitClients scalekit = clients(this.server.clientSecret())) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			assertDocumented(message(catchThrowable(
					() -> Mono.fromCallable(organizations::list).subscribeOn(Schedulers.parallel()).block()))
				.replaceFirst("'parallel-\\d+'", "'reactor-http-epoll-2'"));
		}
	}

	@ParameterizedTest
	@EnumSource(WebhookRefusedException.Reason.class)
	void refusedWebhook(WebhookRefusedException.Reason reason) {
		assertDocumented("> Webhook refused: " + reason.description());
	}

	@ParameterizedTest
	@EnumSource(WebhookRefusedException.Reason.class)
	void refusedInterceptorRequest(WebhookRefusedException.Reason reason) {
		assertDocumented("> Interceptor request refused: " + reason.description());
	}

	@Test
	void refusedRequests(CapturedOutput output) throws Exception {
		String secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
			.run("--server.port=0", "--scalekit.webhook.secret=" + secret, "--scalekit.interceptor.secret=" + secret)) {
			String url = "http://localhost:" + application.getEnvironment().getProperty("local.server.port")
					+ "/scalekit/webhooks";
			HttpRequest.Builder json = HttpRequest.newBuilder(URI.create(url))
				.header("Content-Type", "application/json");
			send(HttpRequest.newBuilder(URI.create(url)).GET());
			send(HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString("{}")));
			send(json.copy().header("Content-Encoding", "gzip").POST(BodyPublishers.ofString("{}")));
			send(json.copy().POST(BodyPublishers.ofString("{}".repeat(131073))));
			send(json.copy().POST(BodyPublishers.ofString("{}")));
			InterceptorReceiver interceptors = application.getBean(InterceptorReceiver.class);
			byte[] signup = "{\"trigger_point\":\"PRE_SIGNUP\"}".getBytes(StandardCharsets.UTF_8);
			WebhookHeaders headers = new WebhookSignature(List.of(secret)).sign("msg_1", signup);
			interceptors.receive(headers, signup);
			interceptors.receive(headers, new byte[0]);
			byte[] unknown = "{\"trigger_point\":\"PRE_LUNCH\"}".getBytes(StandardCharsets.UTF_8);
			interceptors.receive(new WebhookSignature(List.of(secret)).sign("msg_2", unknown), unknown);
		}
		List<String> refusals = output.toString()
			.lines()
			.filter((line) -> line.contains(" refused: "))
			.map((line) -> line.replaceFirst("^.* : ", ""))
			.toList();
		assertThat(refusals).hasSize(8).allSatisfy(this::assertDocumented);
	}

	private static void send(HttpRequest.Builder request) throws Exception {
		assertThat(HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode())
			.isBetween(400, 499);
	}

	private ScalekitClients clients(String secret) {
		return ScalekitClients.builder(this.server.url(), this.server.clientId(), secret).build();
	}

	private static String failure(ScalekitClients scalekit) {
		return message(catchThrowable(() -> scalekit.create(OrganizationsClient.class).list()));
	}

	private static String message(Throwable failure) {
		return Objects.requireNonNull(failure.getMessage());
	}

	private void assertDocumented(String message) {
		String general = message.replace(this.server.url(), "https://acme.scalekit.com")
			.replace(this.server.clientId(), "skc_1234");
		assertThat(PAGE).content().contains(general);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	static class NeedsClient {

		NeedsClient(OrganizationsClient organizations) {
		}

	}

	static class NeedsWebClient {

		NeedsWebClient(WebClient webClient) {
		}

	}

	static class NeedsManager {

		NeedsManager(OAuth2AuthorizedClientManager manager) {
		}

	}

}
