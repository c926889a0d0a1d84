package com.scalekit.spring.test.webhooks;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.webhooks.Application.Received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WebhooksTests {

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final Webhooks webhooks = this.server.webhooks();

	private final Application application = new Application();

	private final URI uri = this.application.uri();

	@AfterEach
	void close() {
		this.application.close();
		this.server.close();
	}

	static List<String> types() {
		return EventSchemas.types();
	}

	@Test
	void thereAreAllPublishedTypes() {
		assertThat(types()).hasSize(41);
	}

	@ParameterizedTest
	@MethodSource("types")
	void typeAloneIsValidDelivery(String type) {
		assertThat(this.webhooks.event(type).deliverTo(this.uri).isSuccessful()).isTrue();
		Received received = this.application.only();
		assertThat(EventSchemas.violations(received.json())).isEmpty();
		assertThat(received.json().get("type").stringValue()).isEqualTo(type);
		assertThat(received.isSignedWith(this.webhooks.secret())).isTrue();
		assertThat(received.header("webhook-id")).isEqualTo(received.json().get("id").stringValue());
		assertThat(received.header("webhook-timestamp"))
			.isEqualTo(Long.toString(this.clock.instant().getEpochSecond()));
		assertThat(received.header("Content-Type")).isEqualTo("application/json");
		assertThat(received.method()).isEqualTo("POST");
	}

	@ParameterizedTest
	@MethodSource("types")
	void organizationIsTheSameEverywhere(String type) {
		this.webhooks.event(type).organization("org_1").deliverTo(this.uri);
		JsonNode event = this.application.only().json();
		assertThat(event.findValuesAsString("organization_id")).isNotEmpty().containsOnly("org_1");
		assertThat(event.findValuesAsString("environment_id")).containsOnly(event.get("environment_id").stringValue());
	}

	@Test
	void signatureIsThatOfStandardWebhooks() {
		assertThat(this.webhooks.event("user.login")
			.id("msg_p5jXN8AQM9LWM0D4loKWxJek")
			.sentAt(Instant.ofEpochSecond(1614265330))
			.signedWith("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
			.body("{\"test\": 2432232314}")
			.headers()).containsEntry("Webhook-Signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	}

	@Test
	void eventHasWhatIsSet() {
		this.webhooks.event("organization.created")
			.id("evt_1")
			.data("id", "org_1")
			.data("external_id", null)
			.data("metadata", Map.of("plan", "gold"))
			.data("settings.region", "EU")
			.occurredAt(Instant.EPOCH)
			.deliverTo(this.uri);
		JsonNode event = this.application.only().json();
		assertThat(event.get("id").stringValue()).isEqualTo("evt_1");
		assertThat(event.get("organization_id").stringValue()).isEqualTo("org_1");
		assertThat(event.get("occurred_at").stringValue()).isEqualTo("1970-01-01T00:00:00Z");
		assertThat(event.at("/data/external_id").isNull()).isTrue();
		assertThat(event.at("/data/metadata").toString()).isEqualTo("{\"plan\":\"gold\"}");
		assertThat(event.at("/data/settings/region").stringValue()).isEqualTo("EU");
		assertThat(event.at("/data/settings/features").isArray()).isTrue();
	}

	@Test
	void eventsShareNothing() {
		this.webhooks.event("organization.created").data("display_name", "Other").deliverTo(this.uri);
		this.webhooks.event("organization.created").deliverTo(this.uri);
		assertThat(this.application.received())
			.extracting((request) -> request.data().get("display_name").stringValue())
			.containsExactly("Other", "Acme");
		assertThat(this.application.received()).extracting((request) -> request.header("webhook-id"))
			.doesNotHaveDuplicates();
	}

	@Test
	void answerIsReturned() {
		this.application.answer("{\"ok\":true}");
		WebhookResponse response = this.webhooks.event("user.login").deliverTo(this.uri);
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"ok\":true}");
		assertThat(response.headers()).containsEntry("x-handled-by", List.of("application"));
		this.application.answer(503);
		assertThat(this.webhooks.event("user.login").deliverTo(this.uri).isSuccessful()).isFalse();
	}

	@Test
	void missingAnswerIsAnError() {
		this.application.close();
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.webhooks.event("user.login").deliverTo(this.uri))
			.withMessage("There is no response from " + this.uri);
	}

	@Test
	void twiceHasTheSameId() {
		this.application.answer(200, 409);
		assertThat(this.webhooks.event("user.login").twice().deliverTo(this.uri).status()).isEqualTo(409);
		assertThat(this.application.received()).hasSize(2)
			.allMatch((request) -> request.isSignedWith(this.webhooks.secret()))
			.extracting((request) -> request.header("webhook-id"))
			.containsOnly(this.application.received().get(0).header("webhook-id"));
	}

	@Test
	void lateHasOldTimestamp() {
		this.webhooks.event("user.login").late(Duration.ofSeconds(301)).deliverTo(this.uri);
		Received late = this.application.only();
		assertThat(late.header("webhook-timestamp"))
			.isEqualTo(Long.toString(this.clock.instant().getEpochSecond() - 301));
		assertThat(late.isSignedWith(this.webhooks.secret())).isTrue();
	}

	@Test
	void forgedIsSignedWithNobodysSecret() {
		this.webhooks.event("user.login").forged().deliverTo(this.uri);
		Received forged = this.application.only();
		assertThat(forged.header("webhook-signature")).matches("v1,[A-Za-z0-9+/]{43}=");
		assertThat(forged.isSignedWith(this.webhooks.secret())).isFalse();
	}

	@Test
	void signedWithOtherSecrets() {
		this.webhooks.event("user.login").signedWith("whsec_Zmlyc3Q=", "whsec_c2Vjb25k").deliverTo(this.uri);
		assertThat(this.application.only().isSignedWith("whsec_Zmlyc3Q=")).isTrue();
		assertThat(this.application.only().isSignedWith("whsec_c2Vjb25k")).isTrue();
		assertThat(this.application.only().signatures()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "whsec_", "whsec_%", "secret" + "!" })
	void otherSecretsAreRefusedUnseen(String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.webhooks.event("user.login").signedWith(secret))
			.withMessage("A secret is a prefix such as 'whsec_', and a key in base64");
		assertThatIllegalArgumentException().isThrownBy(() -> ScalekitServer.builder().webhookSecret(secret).start());
	}

	@Test
	void headersCanBeChanged() {
		this.webhooks.event("user.login")
			.withoutHeader("Webhook-Id")
			.header("webhook-timestamp", "now")
			.header("X-Forwarded-For", "192.0.2.1")
			.deliverTo(this.uri);
		Received received = this.application.only();
		assertThat(received.headers()).doesNotContainKey("webhook-id")
			.containsEntry("webhook-timestamp", "now")
			.containsEntry("x-forwarded-for", "192.0.2.1");
	}

	@Test
	void otherBodyIsSigned() {
		this.webhooks.event("user.login").body("\uFEFF[\"Zürich\"]").deliverTo(this.uri);
		Received received = this.application.only();
		assertThat(received.body()).isEqualTo("\uFEFF[\"Zürich\"]".getBytes(StandardCharsets.UTF_8));
		assertThat(received.isSignedWith(this.webhooks.secret())).isTrue();
	}

	@Test
	void headersAndBodyServeOtherMeans() {
		WebhookEvent event = this.webhooks.event("user.login");
		Received sent = new Received("POST", event.headers(), event.body());
		assertThat(sent.isSignedWith(this.webhooks.secret())).isTrue();
		assertThat(sent.headers()).containsOnlyKeys("Content-Type", "webhook-id", "webhook-signature",
				"webhook-timestamp");
		assertThat(event.body()).isEqualTo(sent.body());
	}

	@Test
	void typeThatIsNotPublishedHasToBeSaid() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.webhooks.event("user.created"))
			.withMessageStartingWith("'user.created' is none of the types")
			.withMessageContaining("user.signup");
		this.webhooks.unpublishedEvent("user.created", "User")
			.organization("org_1")
			.data("user.id", "usr_1")
			.deliverTo(this.uri);
		JsonNode event = this.application.only().json();
		assertThat(event.get("type").stringValue()).isEqualTo("user.created");
		assertThat(event.get("organization_id").stringValue()).isEqualTo("org_1");
		assertThat(event.get("data").toString()).isEqualTo("{\"user\":{\"id\":\"usr_1\"}}");
	}

	@Test
	void rotationSignsWithBothSecrets() {
		String before = this.webhooks.secret();
		String after = this.webhooks.rotate();
		assertThat(after).isNotEqualTo(before).matches("whsec_[A-Za-z0-9+/]{43}=").isEqualTo(this.webhooks.secret());
		assertThat(this.webhooks.secrets()).containsExactly(after, before);
		this.webhooks.event("user.login").deliverTo(this.uri);
		this.webhooks.dropOldSecrets();
		this.webhooks.event("user.login").deliverTo(this.uri);
		List<Received> received = this.application.received();
		assertThat(received.get(0)).matches((request) -> request.isSignedWith(before))
			.matches((request) -> request.isSignedWith(after));
		assertThat(received.get(1)).matches((request) -> !request.isSignedWith(before))
			.matches((request) -> request.isSignedWith(after));
		this.server.reset();
		assertThat(this.webhooks.secrets()).containsExactly(before);
	}

	@Test
	void secretIsThatOfTheBuilder() {
		try (ScalekitServer other = ScalekitServer.builder().webhookSecret("whsec_c2VjcmV0").start()) {
			assertThat(other.webhooks().secret()).isEqualTo("whsec_c2VjcmV0");
			other.webhooks().event("user.login").deliverTo(this.uri);
			assertThat(this.application.only().isSignedWith("whsec_c2VjcmV0")).isTrue();
			assertThat(other.webhooks().event("user.login").toString()).doesNotContain("c2VjcmV0");
		}
	}

}
