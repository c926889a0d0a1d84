package com.scalekit.spring.interceptors;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;

import com.scalekit.spring.webhooks.CapturedLog;
import com.scalekit.spring.webhooks.Deliveries;
import com.scalekit.spring.webhooks.WebhookHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * From headers and bytes to the JSON of the answer, without HTTP.
 */
class InterceptorReceiverTests {

	private static final String DENY = "{\"decision\":\"DENY\"}";

	private static final String ALLOW = "{\"decision\":\"ALLOW\"}";

	private static final String SIGNUP = """
			{"display_name":"Check","trigger_point":"PRE_SIGNUP","interceptor_context":{"environment_id":"env_1",
			"user_email":"ann@acme.com","connection_details":[{"id":"conn_1","type":"OAUTH","provider":"GOOGLE"}],
			"auth_request":{"connection_id":"conn_2","organization_id":"org_2","domain":"acme.com",
			"login_hint":"ann@acme.com","state":"x"},"device_type":"Desktop","ip_address":"192.0.2.1","region":"IN",
			"city":"Bengaluru","user_agent":"Mozilla","triggered_at":"2026-03-01T11:59:59.875Z"},"data":{}}""";

	private static final String SESSION = """
			{"trigger_point":"PRE_SESSION_CREATION","interceptor_context":{"environment_id":"env_1","user_id":"usr_1",
			"user_email":"ann@acme.com","organization_id":"org_1"},"data":{"user":{"id":"usr_1","name":"Ann Doe",
			"email":"ann@acme.com","email_verified":true,"first_name":"Ann","last_name":"Doe","memberships":[
			{"organization_id":"org_1","status":"ACTIVE","roles":["admin"],"metadata":{"cost":{"region":"US"}},
			"organization_name":"Acme"},{"organization_id":"org_2","status":"ACTIVE"}]}}}""";

	private static final String INVITATION = """
			{"trigger_point":"PRE_USER_INVITATION","interceptor_context":{"environment_id":"env_1",
			"user_email":"bob@acme.com","organization_id":"org_1"},"data":{"organization":{"id":"org_1","name":"Acme"}}}""";

	private static final String TOKEN = """
			{"trigger_point":"PRE_M2M_TOKEN_CREATION","interceptor_context":{"environment_id":"env_1",
			"client_id":"m2morg_1"},"data":{"m2m_token_claims":{"client_id":"m2morg_1","claims":{"custom_claims":
			{"service":"deploy"},"oid":"org_1","scope":"a b","scopes":["a","b"]}}}}""";

	private final InterceptorReceiver.Builder builder = InterceptorReceiver.builder(Deliveries.signature());

	private CapturedLog log;

	@BeforeEach
	void captureLog() {
		this.log = CapturedLog.start();
	}

	@AfterEach
	void closeLog() {
		this.log.close();
	}

	@Test
	void signup() {
		assertThat(request(PreSignup.class, SIGNUP)).satisfies((signup) -> {
			assertThat(signup.email()).isEqualTo("ann@acme.com");
			assertThat(signup.user()).isNull();
			assertThat(signup.context()).isEqualTo(new InterceptorContext("env_1", null, "ann@acme.com", null, null,
					List.of(new InterceptorContext.ConnectionDetails("conn_1", "OAUTH", "GOOGLE")),
					new InterceptorContext.AuthRequest("conn_2", "org_2", "acme.com", "ann@acme.com", "x"), "Desktop",
					"192.0.2.1", "IN", "Bengaluru", "Mozilla", Instant.parse("2026-03-01T11:59:59.875Z")));
		});
	}

	@Test
	void signupOfAUserOfAnotherOrganization() {
		String body = SIGNUP.replace("\"data\":{}", """
				"data":{"user":{"id":"usr_1","email":"ann@acme.com","given_name":"Ann","family_name":"Doe"}}""");
		assertThat(request(PreSignup.class, body).user()).satisfies((user) -> {
			assertThat(user.givenName()).isEqualTo("Ann");
			assertThat(user.familyName()).isEqualTo("Doe");
			assertThat(user.memberships()).isEmpty();
			assertThat(user.metadata()).isEmpty();
		});
	}

	@Test
	void session() {
		assertThat(request(PreSessionCreation.class, SESSION)).satisfies((session) -> {
			assertThat(session.email()).isEqualTo("ann@acme.com");
			assertThat(session.user().givenName()).isEqualTo("Ann");
			assertThat(session.user().familyName()).isEqualTo("Doe");
			assertThat(session.user().emailVerified()).isTrue();
			assertThat(session.user().memberships()).containsExactly(
					new InterceptorUser.Membership("org_1", "Acme", "ACTIVE", List.of("admin"),
							Map.of("cost", Map.of("region", "US"))),
					new InterceptorUser.Membership("org_2", null, "ACTIVE", List.of(), Map.of()));
		});
		assertThat(request(PreSessionCreation.class, SESSION.replace("\"user_email\":\"ann@acme.com\",", "")).email())
			.isEqualTo("ann@acme.com");
	}

	@Test
	void invitation() {
		assertThat(request(PreUserInvitation.class, INVITATION)).satisfies((invitation) -> {
			assertThat(invitation.email()).isEqualTo("bob@acme.com");
			assertThat(invitation.organization()).isEqualTo(new InterceptorOrganization("org_1", "Acme"));
		});
		assertThat(request(PreUserInvitation.class, INVITATION.replace("user_email", "x")).email()).isEmpty();
	}

	@Test
	void machineToken() {
		PreMachineToken token = request(PreMachineToken.class, TOKEN);
		assertThat(token).isEqualTo(new PreMachineToken(token.context(), "m2morg_1", "org_1", List.of("a", "b"),
				Map.of("service", "deploy")));
		assertThat(request(PreMachineToken.class, TOKEN.replace("\"scopes\":[\"a\",\"b\"]", "\"x\":1")).scopes())
			.containsExactly("a", "b");
	}

	private <R extends InterceptorRequest> R request(Class<R> type, String body) {
		AtomicReference<R> received = new AtomicReference<>();
		InterceptorReceiver receiver = InterceptorReceiver.builder(Deliveries.signature()).add(type, (request) -> {
			received.set(request);
			return request.allow();
		}).build();
		assertThat(receive(receiver, body).body()).isEqualTo(ALLOW);
		return received.get();
	}

	@Test
	void decisionsOnSignup() {
		assertThat(signup(PreSignup::allow)).isEqualTo(ALLOW);
		assertThat(signup(PreSignup::deny)).isEqualTo(DENY);
		assertThat(signup((signup) -> signup.deny("Use „acme.com“")))
			.isEqualTo("{\"decision\":\"DENY\",\"error\":{\"message\":\"Use „acme.com“\"}}");
		assertThat(signup((signup) -> signup.allowInto("org_1", "admin", "viewer")))
			.startsWith("{\"decision\":\"ALLOW\",\"response\":{\"create_organization_membership\":{")
			.contains("\"organization_id\":\"org_1\"")
			.contains("\"roles\":[\"admin\",\"viewer\"]")
			.doesNotContain("external");
		assertThat(signup((signup) -> signup.allowIntoExternal("t-1"))).contains("\"external_organization_id\":\"t-1\"")
			.contains("\"roles\":[]");
	}

	private String signup(Function<PreSignup, Decision> decision) {
		return receive(
				InterceptorReceiver.builder(Deliveries.signature()).add(PreSignup.class, decision::apply).build(),
				SIGNUP)
			.body();
	}

	@Test
	void claimsOfASession() {
		this.builder.add(PreSessionCreation.class, (session) -> session.allowWithClaims(Map.of("tier", "gold")));
		assertThat(receive(this.builder.build(), SESSION)).isEqualTo(new InterceptorAnswer(InterceptorOutcome.ALLOWED,
				"PRE_SESSION_CREATION", "{\"decision\":\"ALLOW\",\"response\":{\"claims\":{\"tier\":\"gold\"}}}"));
	}

	@Test
	void claimsOfAMachineToken() {
		this.builder.add(PreMachineToken.class,
				(token) -> token.allowWithClaims(Map.of("limit", 1000))
					.withScopes("a", "b")
					.withAudience("https://api.acme.com"));
		assertThat(receive(this.builder.build(), TOKEN).body()).isEqualTo(
				"{\"decision\":\"ALLOW\",\"response\":{\"claims\":{\"limit\":1000,\"scope\":\"a b\",\"aud\":\"https://api.acme.com\"}}}");
	}

	@Test
	void deniedInvitation() {
		this.builder.add(PreUserInvitation.class, (invitation) -> invitation.deny("No seat left"));
		assertThat(receive(this.builder.build(), INVITATION)).isEqualTo(new InterceptorAnswer(InterceptorOutcome.DENIED,
				"PRE_USER_INVITATION", "{\"decision\":\"DENY\",\"error\":{\"message\":\"No seat left\"}}"));
	}

	@Test
	void requestThatIsNotSigned() {
		InterceptorReceiver receiver = this.builder.add(PreSignup.class, PreSignup::allow).build();
		byte[] body = Deliveries.bytes(SIGNUP);
		WebhookHeaders signed = Deliveries.headers(body);
		for (WebhookHeaders headers : List.of(new WebhookHeaders(null, null, null),
				new WebhookHeaders(signed.id(), signed.timestamp(), "v1,c2VjcmV0"),
				new WebhookHeaders(signed.id(), "1", signed.signature()))) {
			assertThat(receiver.receive(headers, body))
				.isEqualTo(new InterceptorAnswer(InterceptorOutcome.REFUSED, null, DENY));
		}
		assertThat(this.log.warnings()).hasSize(3)
			.allSatisfy((entry) -> assertThat(entry).startsWith("WARN Interceptor request refused: "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "{}", "{\"trigger_point\":1}", "{\"trigger_point\":\"PRE_SIGNUP\"" })
	void signedBodyThatIsNoRequest(String body) {
		InterceptorReceiver receiver = this.builder.add(PreSignup.class, PreSignup::allow).build();
		assertThat(receive(receiver, body)).isEqualTo(new InterceptorAnswer(InterceptorOutcome.REFUSED, null, DENY));
	}

	@Test
	void triggerWithoutInterceptor() {
		InterceptorReceiver receiver = this.builder.add(PreSignup.class, PreSignup::allow).build();
		assertThat(receive(receiver, SESSION))
			.isEqualTo(new InterceptorAnswer(InterceptorOutcome.NOT_HANDLED, "PRE_SESSION_CREATION", null));
		assertThat(receive(receiver, "{\"trigger_point\":\"POST_USER_AUTHENTICATION\"}"))
			.isEqualTo(new InterceptorAnswer(InterceptorOutcome.NOT_HANDLED, "unknown", null));
		assertThat(this.log.warnings()).containsExactly(
				"WARN Interceptor request refused: there is no interceptor for PRE_SESSION_CREATION",
				"WARN Interceptor request refused: there is no interceptor for its trigger");
	}

	@Test
	void interceptorThatFailsDenies() {
		this.builder.add(PreSignup.class, (signup) -> {
			throw new IllegalStateException("database is down");
		});
		assertThat(receive(this.builder.build(), SIGNUP))
			.isEqualTo(new InterceptorAnswer(InterceptorOutcome.FAILED, "PRE_SIGNUP", DENY));
		assertThat(this.log.warnings()).containsExactly("ERROR Interceptor of PRE_SIGNUP failed");
		assertThat(this.log.text()).containsOnlyOnce("database is down");
	}

	@Test
	void interceptorThatFailsGivesNoAnswerIfThePolicyIsError() {
		this.builder.add(PreSignup.class, (signup) -> {
			throw new IllegalStateException();
		}).onFailure(FailurePolicy.ERROR);
		assertThat(receive(this.builder.build(), SIGNUP))
			.isEqualTo(new InterceptorAnswer(InterceptorOutcome.FAILED, "PRE_SIGNUP", null));
	}

	@ParameterizedTest
	@EnumSource
	void interceptorThatReturnsNothingDenies(FailurePolicy policy) {
		this.builder.add(PreSignup.class, (signup) -> null).onFailure(policy);
		assertThat(receive(this.builder.build(), SIGNUP))
			.isEqualTo(new InterceptorAnswer(InterceptorOutcome.FAILED, "PRE_SIGNUP", DENY));
		assertThat(this.log.warnings()).containsExactly("ERROR Interceptor of PRE_SIGNUP returned no decision");
	}

	@ParameterizedTest
	@EnumSource
	void dataOfAWrongShape(FailurePolicy policy) {
		this.builder.add(PreSessionCreation.class, PreSessionCreation::allow).onFailure(policy);
		assertThat(receive(this.builder.build(), SESSION.replace("\"email\":\"ann@acme.com\"", "\"email\":[]")).body())
			.isEqualTo((policy == FailurePolicy.DENY) ? DENY : null);
		assertThat(this.log.warnings())
			.containsExactly("ERROR Request of PRE_SESSION_CREATION cannot be read at $.data.user.email");
	}

	@Test
	void slowInterceptorIsWarnedOf() {
		this.builder.add(PreSignup.class, PreSignup::allow).handlingTimeout(Duration.ZERO);
		assertThat(receive(this.builder.build(), SIGNUP).body()).isEqualTo(ALLOW);
		assertThat(this.log.warnings()).singleElement().asString().startsWith("WARN Interceptor of PRE_SIGNUP took ");
	}

	@Test
	void classTellsTheTrigger() {
		assertThat(receive(this.builder.add(new AcmeOnly()).build(), SIGNUP).body()).isEqualTo(ALLOW);
	}

	@Test
	void superclassTellsTheTrigger() {
		assertThat(receive(this.builder.add(new AcmeOnly() {
		}).build(), SIGNUP).body()).isEqualTo(ALLOW);
	}

	@Test
	void targetOfAProxyTellsTheTrigger() {
		ProxyFactory proxies = new ProxyFactory(new AcmeOnly());
		assertThat(receive(this.builder.add((ScalekitInterceptor<?>) proxies.getProxy()).build(), SIGNUP).body())
			.isEqualTo(ALLOW);
	}

	@Test
	void definitionOfABeanTellsTheTrigger() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Application.class)) {
			RootBeanDefinition definition = (RootBeanDefinition) context.getBeanFactory()
				.getMergedBeanDefinition("acmeOnly");
			this.builder.add(definition.getResolvableType(), context.getBean(ScalekitInterceptor.class),
					"Bean 'acmeOnly'");
		}
		assertThat(receive(this.builder.build(), SIGNUP).body()).isEqualTo(ALLOW);
	}

	@Test
	void lambdaDoesNotTellTheTrigger() {
		ScalekitInterceptor<PreSignup> lambda = PreSignup::allow;
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.add(lambda))
			.withMessageStartingWith("Class com.scalekit.spring.interceptors.InterceptorReceiverTests$$Lambda")
			.withMessageContaining(
					"does not tell which requests it answers. Declare it as ScalekitInterceptor<PreSignup>");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.builder.add(ResolvableType.forClass(ScalekitInterceptor.class), lambda, "Bean 'x'"))
			.withMessageStartingWith("Bean 'x' does not tell");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.builder.add(InterceptorRequest.class, InterceptorRequest::allow))
			.withMessageStartingWith("Interceptor of InterceptorRequest does not tell");
	}

	@Test
	void triggerHasOneInterceptor() {
		this.builder.add(new AcmeOnly());
		assertThatIllegalArgumentException().isThrownBy(() -> this.builder.add(PreSignup.class, PreSignup::deny))
			.withMessage("Interceptor of PreSignup is the second interceptor of PRE_SIGNUP. Only one can decide");
	}

	private static InterceptorAnswer receive(InterceptorReceiver receiver, String json) {
		byte[] body = Deliveries.bytes(json);
		return receiver.receive(Deliveries.headers(body), body);
	}

	static class AcmeOnly implements ScalekitInterceptor<PreSignup> {

		@Override
		public Decision intercept(PreSignup signup) {
			return signup.email().endsWith("@acme.com") ? signup.allow() : signup.deny("Use your company address");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		ScalekitInterceptor<PreSignup> acmeOnly() {
			return new AcmeOnly()::intercept;
		}

	}

}
