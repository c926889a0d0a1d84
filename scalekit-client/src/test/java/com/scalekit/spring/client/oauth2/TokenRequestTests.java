package com.scalekit.spring.client.oauth2;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TokenRequestTests {

	private static final String ORGANIZATION = "{\"organization\":{\"id\":\"org_1\",\"display_name\":\"Acme\"}}";

	private static final StringValuePattern USER_AGENT = matching("scalekit-spring(/\\S+)?");

	private final TestApi api = new TestApi().stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson(ORGANIZATION)));

	private ScalekitClients scalekit = this.api.clients().build();

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@Test
	void sendsTheCredentialsInAForm() {
		call();
		this.api.verify(1,
				postRequestedFor(urlEqualTo("/oauth/token"))
					.withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
					.withoutHeader("Authorization")
					.withFormParam("grant_type", equalTo("client_credentials"))
					.withFormParam("client_id", equalTo("skc_1"))
					.withFormParam("client_secret", equalTo(TestApi.CLIENT_SECRET)));
		assertThat(this.api.server().getAllServeEvents())
			.anySatisfy((event) -> assertThat(event.getRequest().getFormParameters()).hasSize(3));
	}

	@Test
	void namesTheClientAsTheUserAgent() {
		call();
		this.api.verify(1, postRequestedFor(urlEqualTo("/oauth/token")).withHeader("User-Agent", USER_AGENT));
		this.api.verify(1,
				getRequestedFor(urlEqualTo("/api/v1/organizations/org_1")).withHeader("User-Agent", USER_AGENT));
	}

	@Test
	void userAgentOfTheApplicationIsKept() {
		this.scalekit.close();
		this.scalekit = this.api.clients()
			.webClientBuilder(WebClient.builder().defaultHeader("User-Agent", "shared"))
			.build();
		call();
		this.scalekit.close();
		this.scalekit = this.api.clients()
			.customize((builder) -> builder.defaultHeader("User-Agent", "customized"))
			.build();
		call();
		assertThat(this.api.server().findAll(getRequestedFor(urlEqualTo("/api/v1/organizations/org_1"))))
			.extracting((request) -> request.header("User-Agent").values())
			.containsExactly(List.of("shared"), List.of("customized"));
	}

	@Test
	void sendsScopesSeparatedBySpaces() {
		this.scalekit.close();
		this.scalekit = this.api.clients().scopes(List.of("openid", "profile")).build();
		call();
		this.api.verify(1,
				postRequestedFor(urlEqualTo("/oauth/token")).withFormParam("scope", equalTo("openid profile")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"token_type\":\"bearer\",\"expires_in\":1799", "\"token_type\":\"BEARER\"",
			"\"expires_in\":\"3600\"", "\"expires_in\":3600.5", "\"expires_in\":1e300",
			"\"expires_in\":9223372036854775807", "\"scope\":\"openid profile\",\"unheard_of\":{}" })
	void acceptsTokenResponsesInUse(String members) {
		answerToken(okJson("{\"access_token\":\"DCRD10-e7c5c8139165228a82e442445fe01c16\"," + members + "}"));
		call();
		call();
		assertThat(this.api.tokenRequests()).isEqualTo(1);
		this.api.verify(2, getRequestedFor(urlEqualTo("/api/v1/organizations/org_1")).withHeader("Authorization",
				equalTo("Bearer DCRD10-e7c5c8139165228a82e442445fe01c16")));
	}

	static Stream<String> unusableResponses() {
		return Stream.of("", "null", "[]", "{}", "<html>Sign in</html>", "{\"access_token\":", "[".repeat(60_000),
				"x".repeat(300_000), "{\"access_token\":\"\"}", "{\"access_token\":null}", "{\"access_token\":[]}",
				"{\"access_token\":\"a\\r\\nX: y\"}", "{\"access_token\":\"a b\"}", "{\"access_token\":\"t\u00f6ken\"}",
				"{\"access_token\":\"a\\u0000\"}", "{\"access_token\":\"secret-token\",\"token_type\":\"DPoP\"}",
				"{\"access_token\":\"secret-token\",\"expires_in\":0}",
				"{\"access_token\":\"secret-token\",\"expires_in\":-1}",
				"{\"access_token\":\"secret-token\",\"expires_in\":\"soon\"}",
				"{\"access_token\":\"secret-token\",\"expires_in\":null}",
				"{\"access_token\":\"secret-token\",\"expires_in\":[]}");
	}

	@ParameterizedTest
	@MethodSource("unusableResponses")
	void refusesAnyOtherTokenResponse(String body) {
		answerToken(okJson(body));
		ScalekitTokenException exception = failedCall();
		assertThat(exception).hasMessageContaining("the response is not usable")
			.hasMessageNotContaining("secret-token");
		assertThat(exception.getError().getErrorCode()).isEqualTo("invalid_token_response");
		assertThat(this.api.requests()).isEqualTo(1);
	}

	@Test
	void refusesATokenThatComesWithAnError() {
		answerToken(jsonResponse("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":60}", 500));
		assertThat(failedCall()).hasMessageContaining("500");
	}

	@Test
	void redirectOfTheTokenRequestIsNotFollowed() {
		try (TestApi foreign = new TestApi()) {
			answerToken(aResponse().withStatus(307).withHeader("Location", foreign.url() + "/oauth/token"));
			assertThat(failedCall()).hasMessageContaining("307");
			assertThat(foreign.requests()).isZero();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"401 | {\"error\":\"invalid_client\"} | invalid_client | Check scalekit.client-id and scalekit.client-secret",
			"401 | {\"code\":16,\"message\":\"bad client\"} | invalid_client | Check scalekit.client-id and scalekit.client-secret",
			"400 | {\"error\":\"invalid_scope\"} | invalid_scope | Check scalekit.scopes",
			"400 | {\"error\":\"invalid_grant\",\"error_description\":\"no\"} | invalid_grant | 400 invalid_grant (no)",
			"403 | '' | unauthorized_client | Check scalekit.client-id",
			"503 | <html></html> | server_error | 503 server_error",
			"429 | {\"error\":\"too_many_requests\"} | too_many_requests | 429 too_many_requests" })
	void messageTellsWhatToDo(int status, String body, String code, String advice) {
		answerToken(jsonResponse(body, status));
		ScalekitTokenException exception = failedCall();
		assertThat(exception).isInstanceOf(ClientAuthorizationException.class)
			.hasMessageContaining("No access token for client 'skc_1' from " + this.api.url() + "/oauth/token")
			.hasMessageContaining(advice);
		assertThat(exception.getError().getErrorCode()).isEqualTo(code);
		assertThat(exception.getClientRegistrationId()).isEqualTo("scalekit");
	}

	/**
	 * A server may repeat the whole request, as it is or encoded, or a part of it.
	 */
	static Stream<String> echoes() {
		String form = "client_id=skc_1&client_secret="
				+ URLEncoder.encode(TestApi.CLIENT_SECRET, StandardCharsets.UTF_8);
		String json = JsonMapper.shared().writeValueAsString(Map.of("secret", TestApi.CLIENT_SECRET));
		return Stream.of(TestApi.CLIENT_SECRET, form, form.replace("%2B", "%2b").replace("%2F", "%2f"),
				UriUtils.encode(TestApi.CLIENT_SECRET, StandardCharsets.UTF_8), json, json.replace("/", "\\/"),
				json.replace("&", "\\u0026"), HtmlUtils.htmlEscape(TestApi.CLIENT_SECRET),
				base64(TestApi.CLIENT_SECRET), base64("skc_1:" + TestApi.CLIENT_SECRET),
				base64("skc_12:" + TestApi.CLIENT_SECRET), base64(form),
				Base64.getUrlEncoder()
					.withoutPadding()
					.encodeToString(TestApi.CLIENT_SECRET.getBytes(StandardCharsets.UTF_8)),
				TestApi.CLIENT_SECRET.substring(0, 12), TestApi.CLIENT_SECRET.substring(10),
				"..." + form.substring(40));
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@MethodSource("echoes")
	void descriptionThatRepeatsTheSecretIsDropped(String echo) {
		answerToken(jsonResponse(JsonMapper.shared()
			.writeValueAsString(Map.of("error", "invalid_client", "error_description", "no client with " + echo)),
				401));
		ScalekitTokenException exception = failedCall();
		assertThat(exception).hasMessageContaining("401 invalid_client (a description that repeats the client secret)")
			.hasMessageNotContainingAny("no client with", echo);
		assertThat(exception.getError().getDescription()).isNull();
		assertThat(this.scalekit.tokenStatus().lastFailure().message()).isEqualTo(exception.getMessage());
	}

	@Test
	void errorCodeThatRepeatsTheSecretIsReplaced() {
		answerToken(jsonResponse(JsonMapper.shared().writeValueAsString(Map.of("error", TestApi.CLIENT_SECRET)), 401));
		ScalekitTokenException exception = failedCall();
		assertThat(exception.getError().getErrorCode()).isEqualTo("invalid_client");
		assertThat(exception).hasMessageNotContaining("s3cr3t");
	}

	@Test
	void descriptionIsShortAndOfOneLine() {
		answerToken(jsonResponse(JsonMapper.shared()
			.writeValueAsString(Map.of("error", "invalid_client", "error_description", "a\r\nb" + "x".repeat(1000))),
				401));
		assertThat(failedCall().getError().getDescription()).isEqualTo("a b" + "x".repeat(197));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					test_1               | skc_1             | The client secret looks like a client identifier: the two may have been swapped
					skc_1                | skc_1             | The client secret looks like a client identifier: the two may have been swapped
					skc_1                | 'test_s3cr3t\n'   | The client secret begins or ends with whitespace
					skc_1                | '"test_s3cr3t"'   | The client secret is enclosed in quotation marks
					skc_1                | <CLIENT_SECRET>   | The client secret looks like a placeholder
					skc_1                | your-client-secret | The client secret looks like a placeholder
					skc_1                | test_s3cr3t\u200b | The client secret contains unprintable characters
					' skc_1'             | test_s3cr3t       | The client identifier begins or ends with whitespace
					'"skc_1"'            | test_s3cr3t       | The client identifier is enclosed in quotation marks
					""")
	void messageOfRefusedCredentialsTellsTheProbableMistake(String clientId, String clientSecret, String suspicion) {
		answerToken(jsonResponse("{\"error\":\"invalid_client\"}", 401));
		ScalekitTokenException exception = failedCall(clientId, clientSecret);
		assertThat(exception).hasMessageEndingWith("they belong to scalekit.environment-url. " + suspicion)
			.hasMessageNotContainingAny("test_1", "s3cr3t");
	}

	@Test
	void messageOfOtherRefusedCredentialsSuspectsNothing() {
		answerToken(jsonResponse("{\"error\":\"invalid_client\"}", 401));
		assertThat(failedCall("skc_1", TestApi.CLIENT_SECRET))
			.hasMessageEndingWith("they belong to scalekit.environment-url");
	}

	private ScalekitTokenException failedCall(String clientId, String clientSecret) {
		try (ScalekitClients clients = ScalekitClients.builder(this.api.url(), clientId, clientSecret).build()) {
			return catchThrowableOfType(ScalekitTokenException.class,
					() -> clients.create(OrganizationsClient.class).get("org_1"));
		}
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	void brokenConnectionIsNoApiFailure(Fault fault) {
		answerToken(aResponse().withFault(fault));
		assertThat(failedCall().getError().getErrorCode()).isEqualTo("temporarily_unavailable");
	}

	private void answerToken(ResponseDefinitionBuilder response) {
		this.api.stub(post("/oauth/token").willReturn(response));
	}

	private void call() {
		this.scalekit.create(OrganizationsClient.class).get("org_1");
	}

	private ScalekitTokenException failedCall() {
		return catchThrowableOfType(ScalekitTokenException.class, this::call);
	}

}
