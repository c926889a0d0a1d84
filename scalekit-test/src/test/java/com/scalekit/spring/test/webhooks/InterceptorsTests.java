package com.scalekit.spring.test.webhooks;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.webhooks.Application.Received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class InterceptorsTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final Interceptors interceptors = this.server.interceptors();

	private final Application application = new Application();

	private final URI uri = this.application.uri();

	@AfterEach
	void close() {
		this.application.close();
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PRE_SIGNUP", "PRE_SESSION_CREATION", "PRE_USER_INVITATION", "PRE_M2M_TOKEN_CREATION" })
	void questionHasContextAndData(String trigger) {
		this.application.answer("{\"decision\":\"ALLOW\"}");
		assertThat(this.interceptors.ask(trigger).at(this.uri).allowed()).isTrue();
		Received question = this.application.only();
		assertThat(question.isSignedWith("interceptor", this.interceptors.secret())).isTrue();
		assertThat(question.json().propertyNames()).containsExactlyInAnyOrder("display_name", "trigger_point",
				"interceptor_context", "data");
		assertThat(question.json().get("trigger_point").stringValue()).isEqualTo(trigger);
		JsonNode context = question.json().get("interceptor_context");
		assertThat(context.get("environment_id").stringValue()).startsWith("env_");
		assertThat(context.get("triggered_at").stringValue()).endsWith("Z");
	}

	@Test
	void targetIsAsked() {
		this.application.answer("{\"decision\":\"ALLOW\"}");
		this.interceptors.target(this.uri);
		assertThat(this.interceptors.target()).isEqualTo(this.uri);
		assertThat(this.interceptors.ask("PRE_SIGNUP").decision().allowed()).isTrue();
		this.interceptors.target(null);
		assertThatIllegalStateException().isThrownBy(() -> this.interceptors.ask("PRE_SIGNUP").decision())
			.withMessageStartingWith("There is no target for InterceptorQuestion[");
	}

	@Test
	void targetIsKnownFromTheBeginning() {
		this.application.answer("{\"decision\":\"ALLOW\"}");
		try (ScalekitServer other = ScalekitServer.builder().interceptorTarget(this.uri).start()) {
			other.reset();
			assertThat(other.interceptors().ask("PRE_SIGNUP").decision().allowed()).isTrue();
		}
	}

	@Test
	void dataIsThatOfTheTrigger() {
		this.interceptors.ask("PRE_SIGNUP").email("bob@acme.com").at(this.uri);
		this.interceptors.ask("PRE_SESSION_CREATION").at(this.uri);
		this.interceptors.ask("PRE_USER_INVITATION").at(this.uri);
		this.interceptors.ask("PRE_M2M_TOKEN_CREATION").at(this.uri);
		assertThat(this.application.received()).extracting((question) -> List.copyOf(question.data().propertyNames()))
			.containsExactly(List.of(), List.of("user"), List.of("organization"), List.of("m2m_token_claims"));
	}

	@Test
	void questionHasWhatIsSet() {
		this.interceptors.ask("PRE_SESSION_CREATION")
			.email("bob@acme.com")
			.organization("org_1")
			.context("auth_request.login_hint", "bob@acme.com")
			.data("user.memberships", List.of())
			.at(this.uri);
		JsonNode question = this.application.only().json();
		assertThat(question.at("/interceptor_context/user_email").stringValue()).isEqualTo("bob@acme.com");
		assertThat(question.at("/interceptor_context/organization_id").stringValue()).isEqualTo("org_1");
		assertThat(question.at("/interceptor_context/auth_request/login_hint").stringValue()).isEqualTo("bob@acme.com");
		assertThat(question.at("/data/user/email").stringValue()).isEqualTo("bob@acme.com");
		assertThat(question.at("/data/user/memberships").isEmpty()).isTrue();
	}

	@Test
	void organizationIsTheSameEverywhere() {
		this.interceptors.ask("PRE_USER_INVITATION").organization("org_1").at(this.uri);
		this.interceptors.ask("PRE_M2M_TOKEN_CREATION").organization("org_1").at(this.uri);
		assertThat(this.application.received().get(0).data().at("/organization/id").stringValue()).isEqualTo("org_1");
		assertThat(this.application.received().get(1).data().at("/m2m_token_claims/claims/oid").stringValue())
			.isEqualTo("org_1");
	}

	@Test
	void denialHasMessage() {
		this.application.answer("{\"decision\":\"DENY\",\"error\":{\"message\":\"Ask Ann\"}}");
		InterceptorDecision decision = this.interceptors.ask("PRE_SIGNUP").at(this.uri);
		assertThat(decision.decided()).isTrue();
		assertThat(decision.allowed()).isFalse();
		assertThat(decision.message()).isEqualTo("Ask Ann");
		assertThat(decision.claims()).isEmpty();
		assertThat(decision.membership()).isEmpty();
	}

	@Test
	void permissionHasDetails() {
		this.application.answer("""
				{"decision":"ALLOW","response":{"claims":{"plan":"gold","seats":3},
				"create_organization_membership":{"organization_id":"org_1","roles":["admin"]}}}""");
		InterceptorDecision decision = this.interceptors.ask("PRE_SIGNUP").at(this.uri);
		assertThat(decision.allowed()).isTrue();
		assertThat(decision.message()).isNull();
		assertThat(decision.claims()).isEqualTo(Map.of("plan", "gold", "seats", 3));
		assertThat(decision.membership()).isEqualTo(Map.of("organization_id", "org_1", "roles", List.of("admin")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "ALLOW", "{\"decision\":\"allow\"}", "{\"decision\":true}" })
	void otherAnswersAreNoDecision(String answer) {
		this.application.answer(answer);
		InterceptorDecision decision = this.interceptors.ask("PRE_SIGNUP").at(this.uri);
		assertThat(decision.decided()).isFalse();
		assertThatIllegalStateException().isThrownBy(decision::allowed)
			.withMessage("Status 200 with '%s' is no decision".formatted(answer));
		assertThat(decision.response().body()).isEqualTo(answer);
	}

	@Test
	void errorIsNoDecision() {
		this.application.answer(500);
		assertThat(this.interceptors.ask("PRE_SIGNUP").at(this.uri).decided()).isFalse();
	}

	@Test
	void forgedQuestionIsSignedWithNobodysSecret() {
		this.interceptors.ask("PRE_SIGNUP").forged().withoutHeader("interceptor-id").at(this.uri);
		assertThat(this.application.only().isSignedWith("interceptor", this.interceptors.secret())).isFalse();
		assertThat(this.application.only().headers()).doesNotContainKey("interceptor-id");
	}

	@Test
	void unknownTriggerHasNoData() {
		this.interceptors.ask("PRE_COFFEE").email("ann@acme.com").organization("org_1").at(this.uri);
		assertThat(this.application.only().data().isEmpty()).isTrue();
	}

	@Test
	void rotationSignsWithBothSecrets() {
		String before = this.interceptors.secret();
		String after = this.interceptors.rotate();
		assertThat(this.interceptors.secrets()).containsExactly(after, before);
		assertThat(after).isNotEqualTo(this.server.webhooks().secret());
		this.interceptors.ask("PRE_SIGNUP").at(this.uri);
		assertThat(this.application.only().isSignedWith("interceptor", before)).isTrue();
		assertThat(this.application.only().isSignedWith("interceptor", after)).isTrue();
		this.interceptors.dropOldSecrets();
		assertThat(this.interceptors.secrets()).containsExactly(after);
		this.server.reset();
		assertThat(this.interceptors.secret()).isEqualTo(before);
	}

	@Test
	void secretIsThatOfTheBuilder() {
		try (ScalekitServer other = ScalekitServer.builder().interceptorSecret("whsec_c2VjcmV0").start()) {
			assertThat(other.interceptors().secret()).isEqualTo("whsec_c2VjcmV0");
		}
	}

}
