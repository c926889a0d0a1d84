package com.scalekit.spring.test.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;
import com.scalekit.spring.test.junit.ScalekitServerExtension;
import com.scalekit.spring.test.oauth2.BrokenToken;
import com.scalekit.spring.test.oauth2.NewToken;
import com.scalekit.spring.test.oauth2.ParsedToken;
import com.scalekit.spring.test.oidc.Browser;
import com.scalekit.spring.test.webhooks.InterceptorQuestion;
import com.scalekit.spring.test.webhooks.SignedRequest;
import com.scalekit.spring.test.webhooks.WebhookEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the server issues, seen by the official Node SDK, which shares no code with it.
 */
@ExtendWith(ScalekitServerExtension.class)
class NodeSdkTests {

	private static final String REFUSED_TOKEN = "ScalekitValidateTokenFailureException: ";

	private static final String REFUSED_REQUEST = "WebhookVerificationError: ";

	private static final String BAD_REQUEST = "AxiosError: Request failed with status code 400";

	private static final String REFUSED_REFRESH = "Error: Failed to refresh token: Request failed with status code 400";

	@RegisterExtension
	static final NodeSdk sdk = new NodeSdk();

	private final Browser browser;

	private final ScalekitServer scalekit;

	private String acme;

	private String ann;

	NodeSdkTests(ScalekitServer scalekit) {
		this.scalekit = scalekit;
		this.browser = new Browser(scalekit);
	}

	@BeforeEach
	void addUser() {
		this.acme = this.scalekit.organizations().add("Acme");
		this.ann = this.scalekit.users().add("ann@acme.com", (user) -> user.name("Ann", "Doe").memberOf(this.acme));
		this.scalekit.users().signIn("ann@acme.com");
	}

	@Test
	void acceptsTokenOfUser() throws IOException {
		String token = user().sign();
		assertThat(call("validateToken", token, checks())).isEqualTo(ParsedToken.parse(token).claims());
		assertThat(call("validateAccessToken", token, checks()).booleanValue()).isTrue();
	}

	@Test
	void acceptsTokenOfMachine() throws IOException {
		String token = this.scalekit.accessTokens().machine("m2morg_1").organization(this.acme).scope("deploy").sign();
		Map<String, Object> checks = Map.of("issuer", this.scalekit.url(), "requiredScopes", List.of("deploy"));
		assertThat(call("validateToken", token, checks)).isEqualTo(ParsedToken.parse(token).claims());
		assertThat(failure("validateToken", token, Map.of("requiredScopes", List.of("deploy", "delete"))))
			.isEqualTo(REFUSED_TOKEN + "Token missing required scopes: delete");
	}

	/**
	 * Those mistakes that the SDK looks for.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			UNSIGNED                 | Unsupported "alg" value for a JSON Web Key Set
			HS256                    | Unsupported "alg" value for a JSON Web Key Set
			ES256                    | no applicable key found in the JSON Web Key Set
			FOREIGN_KEY              | signature verification failed
			EMBEDDED_KEY             | no applicable key found in the JSON Web Key Set
			KEY_SET_URL              | no applicable key found in the JSON Web Key Set
			CERTIFICATE_URL          | no applicable key found in the JSON Web Key Set
			UNKNOWN_KEY              | no applicable key found in the JSON Web Key Set
			WRONG_ISSUER             | unexpected "iss" claim value
			ISSUER_WITH_SLASH        | unexpected "iss" claim value
			ISSUER_IN_UPPER_CASE     | unexpected "iss" claim value
			ISSUER_WITH_OTHER_SCHEME | unexpected "iss" claim value
			NO_ISSUER                | missing required "iss" claim
			WRONG_AUDIENCE           | unexpected "aud" claim value
			NO_AUDIENCE              | missing required "aud" claim
			EMPTY_AUDIENCE           | unexpected "aud" claim value
			EXPIRED                  | "exp" claim timestamp check failed
			NOT_YET_VALID            | "nbf" claim timestamp check failed
			""")
	void refusesWrongToken(BrokenToken mistake, String reason) throws IOException {
		String token = user().broken(mistake).sign();
		assertThat(failure("validateToken", token, checks())).isEqualTo(REFUSED_TOKEN + reason);
		assertThat(call("validateAccessToken", token, checks()).booleanValue()).isFalse();
	}

	@Test
	void readsKeysAfterRotation() throws IOException {
		String old = user().sign();
		this.scalekit.keys().rotate();
		assertThat(call("validateAccessToken", old, checks()).booleanValue()).isTrue();
		assertThat(call("validateAccessToken", user().sign(), checks()).booleanValue()).isTrue();
		this.scalekit.keys().dropOld();
		assertThat(call("validateAccessToken", old, checks()).booleanValue()).isFalse();
		assertThat(call("validateAccessToken", user().sign(), checks()).booleanValue()).isTrue();
	}

	@Test
	void clientGetsToken() throws IOException {
		assertThat(call("getClientAccessToken").stringValue()).isNotEmpty();
		String clientId = this.scalekit.apiClients().add(this.acme, "Deployment");
		String token = call("generateClientToken", clientId, this.scalekit.apiClients().addSecret(clientId))
			.stringValue();
		JsonNode claims = call("validateToken", token, Map.of("issuer", this.scalekit.url()));
		assertThat(claims.get("sub").stringValue()).isEqualTo(clientId);
		assertThat(claims.get("oid").stringValue()).isEqualTo(this.acme);
		assertThat(failure("generateClientToken", clientId, "wrong")).startsWith("ScalekitUnauthorizedException:");
	}

	@Test
	void userSignsIn() throws IOException {
		String url = call("getAuthorizationUrl", Browser.CALLBACK,
				Map.of("state", "s-1", "nonce", "n-1", "organizationId", this.acme, "loginHint", "ann@acme.com",
						"codeChallenge", Browser.CHALLENGE, "codeChallengeMethod", "S256"))
			.stringValue();
		Map<String, String> answer = Browser.answer(open(url));
		assertThat(answer).containsOnlyKeys("state", "code").containsEntry("state", "s-1");
		String code = answer.get("code");
		JsonNode login = call("authenticateWithCode", code, Browser.CALLBACK, Map.of("codeVerifier", Browser.VERIFIER));
		assertThat(login.get("user")).isEqualTo(TestClient.json("""
				{
					"id": "%s",
					"name": "Ann Doe",
					"givenName": "Ann",
					"familyName": "Doe",
					"email": "ann@acme.com",
					"emailVerified": false
				}
				""".formatted(this.ann)));
		assertThat(login.get("expiresIn").intValue()).isEqualTo(300);
		assertThat(login.has("refreshToken")).isFalse();
		JsonNode idToken = call("validateToken", login.get("idToken").stringValue(), checks());
		assertThat(idToken.get("nonce").stringValue()).isEqualTo("n-1");
		JsonNode accessToken = call("validateToken", login.get("accessToken").stringValue(), checks());
		assertThat(accessToken.get("sub").stringValue()).isEqualTo(this.ann);
		assertThat(accessToken.get("oid").stringValue()).isEqualTo(this.acme);
		assertThat(failure("authenticateWithCode", code, Browser.CALLBACK, Map.of("codeVerifier", Browser.VERIFIER)))
			.isEqualTo(BAD_REQUEST);
	}

	@Test
	void codeNeedsItsVerifierAndRedirectUri() throws IOException {
		Map<String, Object> challenge = Map.of("codeChallenge", Browser.CHALLENGE, "codeChallengeMethod", "S256");
		assertThat(failure("authenticateWithCode", code(challenge), Browser.CALLBACK)).isEqualTo(BAD_REQUEST);
		assertThat(failure("authenticateWithCode", code(challenge), Browser.CALLBACK,
				Map.of("codeVerifier", Browser.CHALLENGE)))
			.isEqualTo(BAD_REQUEST);
		assertThat(failure("authenticateWithCode", code(Map.of()), Browser.CALLBACK + "/")).isEqualTo(BAD_REQUEST);
	}

	@Test
	void refreshesAccessToken() throws IOException {
		String used = signIn().get("refreshToken").stringValue();
		JsonNode refreshed = call("refreshAccessToken", used);
		assertThat(call("validateAccessToken", refreshed.get("accessToken").stringValue(), checks()).booleanValue())
			.isTrue();
		String next = refreshed.get("refreshToken").stringValue();
		assertThat(failure("refreshAccessToken", used)).isEqualTo(REFUSED_REFRESH);
		assertThat(call("refreshAccessToken", next).get("refreshToken").stringValue()).isNotIn(used, next);
	}

	@Test
	void logoutEndsTheSession() throws IOException {
		JsonNode login = signIn();
		String url = call("getLogoutUrl", Map.of("idTokenHint", login.get("idToken").stringValue(),
				"postLogoutRedirectUri", "http://localhost:9/bye", "state", "s-2"))
			.stringValue();
		Response logout = open(url);
		assertThat(logout.status()).isEqualTo(303);
		assertThat(logout.header("Location")).isEqualTo("http://localhost:9/bye?state=s-2");
		assertThat(failure("refreshAccessToken", login.get("refreshToken").stringValue())).isEqualTo(REFUSED_REFRESH);
	}

	@Test
	void readsLoginThatBeganAtIdentityProvider() throws IOException {
		NewToken token = this.scalekit.accessTokens().idpInitiated(this.acme, "conn_1", "ann@acme.com");
		JsonNode claims = call("getIdpInitiatedLoginClaims", token.sign(), Map.of("issuer", this.scalekit.url()));
		assertThat(claims.get("organization_id").stringValue()).isEqualTo(this.acme);
		assertThat(claims.get("connection_id").stringValue()).isEqualTo("conn_1");
		assertThat(claims.get("login_hint").stringValue()).isEqualTo("ann@acme.com");
	}

	@Test
	void acceptsWebhook() throws IOException {
		assertThat(verify(event().data("user.email", "ann@acmé.com"))).isTrue();
		String old = this.scalekit.webhooks().secret();
		this.scalekit.webhooks().rotate();
		WebhookEvent event = event();
		assertThat(verify(event)).isTrue();
		assertThat(call("verifyWebhookPayload", old, event.headers(), text(event)).booleanValue()).isTrue();
	}

	@Test
	void refusesWrongWebhook() throws IOException {
		assertThat(refusal(event().forged())).isEqualTo(REFUSED_REQUEST + "Invalid Signature");
		assertThat(refusal(event().late(Duration.ofMinutes(6))))
			.isEqualTo(REFUSED_REQUEST + "Message timestamp too old");
		assertThat(refusal(event().late(Duration.ofMinutes(-6))))
			.isEqualTo(REFUSED_REQUEST + "Message timestamp too new");
		assertThat(refusal(event().withoutHeader("webhook-id")))
			.isEqualTo(REFUSED_REQUEST + "Missing required headers");
		assertThat(refusal(event().header("webhook-id", "evt_1"))).isEqualTo(REFUSED_REQUEST + "Invalid Signature");
		WebhookEvent event = event();
		assertThat(
				failure("verifyWebhookPayload", this.scalekit.webhooks().secret(), event.headers(), text(event) + " "))
			.isEqualTo(REFUSED_REQUEST + "Invalid Signature");
	}

	@Test
	void acceptsQuestionToInterceptor() throws IOException {
		InterceptorQuestion question = this.scalekit.interceptors().ask("PRE_SIGNUP").email("ann@acme.com");
		String secret = this.scalekit.interceptors().secret();
		assertThat(call("verifyInterceptorPayload", secret, question.headers(), text(question)).booleanValue())
			.isTrue();
		assertThat(failure("verifyInterceptorPayload", secret, question.forged().headers(), text(question)))
			.isEqualTo(REFUSED_REQUEST + "Invalid Signature");
	}

	private NewToken user() {
		return this.scalekit.accessTokens().user(this.ann).organization(this.acme);
	}

	private Map<String, Object> checks() {
		return Map.of("issuer", this.scalekit.url(), "audience", List.of(this.scalekit.clientId()));
	}

	private JsonNode signIn() throws IOException {
		return call("authenticateWithCode", code(Map.of("scopes", List.of("openid", "offline_access"))),
				Browser.CALLBACK);
	}

	private String code(Map<String, Object> options) throws IOException {
		String url = call("getAuthorizationUrl", Browser.CALLBACK, options).stringValue();
		return Browser.answer(open(url)).get("code");
	}

	private Response open(String url) {
		assertThat(url).startsWith(this.scalekit.url() + "/");
		return this.browser.get(url.substring(this.scalekit.url().length()));
	}

	private WebhookEvent event() {
		return this.scalekit.webhooks().event("user.login");
	}

	private boolean verify(WebhookEvent event) throws IOException {
		return call("verifyWebhookPayload", this.scalekit.webhooks().secret(), event.headers(), text(event))
			.booleanValue();
	}

	private String refusal(WebhookEvent event) throws IOException {
		return failure("verifyWebhookPayload", this.scalekit.webhooks().secret(), event.headers(), text(event));
	}

	private static String text(SignedRequest<?> request) {
		return new String(request.body(), StandardCharsets.UTF_8);
	}

	private JsonNode call(String method, Object... parameters) throws IOException {
		return sdk.call(this.scalekit, method, parameters);
	}

	private String failure(String method, Object... parameters) throws IOException {
		return sdk.failure(this.scalekit, method, parameters);
	}

}
