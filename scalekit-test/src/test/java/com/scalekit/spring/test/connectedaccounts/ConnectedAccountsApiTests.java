package com.scalekit.spring.test.connectedaccounts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConnectedAccountsApiTests {

	private static final String PATH = "/api/v1/connected_accounts";

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final ConnectedAccounts accounts = this.server.connectedAccounts();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void accountWithoutCredentialsIsPending() {
		JsonNode account = this.client.post(PATH, """
				{"connector":"gmail","identifier":"ann","connected_account":{"api_config":{"version":2}}}""")
			.json()
			.get("connected_account");
		assertThat(account.get("status").stringValue()).isEqualTo("PENDING_AUTH");
		assertThat(account.get("provider").stringValue()).isEqualTo("GMAIL");
		assertThat(account.get("authorization_type").stringValue()).isEqualTo("OAUTH");
		assertThat(this.accounts.get(account.get("id").stringValue()).apiConfig()).isEqualTo(Map.of("version", 2));
		ResponseAssert.assertThat(this.client.post(PATH, """
				{"connector":"gmail","identifier":"ann","connected_account":{}}"""))
			.isError(409, 6, "ALREADY_EXISTS")
			.hasMessage("connected account with this identifier already exists");
		ResponseAssert.assertThat(this.client.post(PATH, "{\"identifier\":\"ann\",\"connected_account\":{}}"))
			.isError(400, 3, "INVALID_ARGUMENT");
	}

	@Test
	void credentialsAreReturnedOnlyToWhoAsksForThem() {
		JsonNode created = this.client.post(PATH, """
				{"connector":"gmail","identifier":"ann","connected_account":{"authorization_details":{"oauth_token":
				{"access_token":"at","refresh_token":"rt","scopes":["mail"]}}}}""").json();
		assertThat(created.at("/connected_account/status").stringValue()).isEqualTo("ACTIVE");
		assertThat(created.toString()).doesNotContain("\"at\"", "\"rt\"");
		String selector = "?connector=gmail&identifier=ann";
		JsonNode token = this.client.get(PATH + "/auth" + selector)
			.json()
			.at("/connected_account/authorization_details/oauth_token");
		assertThat(token.get("access_token").stringValue()).isEqualTo("at");
		assertThat(token.get("refresh_token").stringValue()).isEqualTo("rt");
		JsonNode details = this.client.get(PATH + "/details" + selector)
			.json()
			.at("/connected_account/authorization_details/oauth_token");
		assertThat(details.get("access_token").stringValue()).isEmpty();
		assertThat(details.at("/scopes/0").stringValue()).isEqualTo("mail");
		assertThat(this.server.requests().toString()).doesNotContain("\"at\"", "\"rt\"");
		assertThat(this.accounts.all().toString()).doesNotContain("rt");
	}

	@Test
	void updateMergesSettingsAndReplacesCredentials() {
		String id = this.accounts.add("gmail", "ann", (account) -> account.apiConfig("a", 1).expired());
		this.client.send("PUT", PATH, """
				{"id":"%s","connected_account":{"api_config":{"b":2},"authorization_details":{"static_auth":
				{"details":{"api_key":"k"}}}}}""".formatted(id));
		StoredConnectedAccount account = this.accounts.get(id);
		assertThat(account.apiConfig()).isEqualTo(Map.of("a", 1, "b", 2));
		assertThat(account.authorizationDetails())
			.isEqualTo(Map.of("static_auth", Map.of("details", Map.of("api_key", "k"))));
		assertThat(account.status()).isEqualTo("ACTIVE");
		assertThat(account.authorizationType()).isEqualTo("API_KEY");
	}

	@Test
	void accountsAreListedAndFound() {
		String gmail = this.accounts.add("gmail", "ann");
		String slack = this.accounts.add("slack", "ann");
		String other = this.accounts.add("gmail", "bob");
		assertThat(ids("")).containsExactly(gmail, slack, other);
		assertThat(ids("?identifier=ann&provider=gmail")).containsExactly(gmail);
		assertThat(ids("?connection_names=slack&connection_names=jira")).containsExactly(slack);
		assertThat(ids("?query=bo")).containsExactly(other);
		assertThat(ids(":search?query=ann&connection_id=" + this.accounts.get(slack).connectionId()))
			.containsExactly(slack);
		ResponseAssert.assertThat(this.client.get(PATH + "?page_size=100")).isError(400, 3, "INVALID_ARGUMENT");
		ResponseAssert.assertThat(this.client.get(PATH + "?connector=gmail&connection_names=slack"))
			.isError(400, 3, "INVALID_ARGUMENT")
			.hasMessage("connector and connection_names exclude each other");
	}

	private List<String> ids(String query) {
		return this.client.get(PATH + query).json().get("connected_accounts").findValuesAsString("id");
	}

	@Test
	void selectorNamesOneAccount() {
		this.accounts.add("gmail", "ann");
		this.accounts.add("slack", "ann");
		ResponseAssert.assertThat(this.client.get(PATH + "/details")).isError(400, 3, "INVALID_ARGUMENT");
		ResponseAssert.assertThat(this.client.get(PATH + "/details?identifier=ann"))
			.isError(400, 3, "INVALID_ARGUMENT")
			.hasMessage("several connected accounts match");
		ResponseAssert.assertThat(this.client.get(PATH + "/details?id=ca_1")).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void deletedAccountIsGone() {
		String id = this.accounts.add("gmail", "ann");
		String body = "{\"id\":\"%s\"}".formatted(id);
		assertThat(this.client.post(PATH + ":delete", body).status()).isEqualTo(200);
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.accounts.get(id));
		ResponseAssert.assertThat(this.client.post(PATH + ":delete", body)).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void userAuthorizesTheAccountWithALinkThatWorksOnce() {
		String id = this.accounts.add("gmail", "ann", NewConnectedAccount::pending);
		URI link = link(id, "");
		assertThat(follow(link).statusCode()).isEqualTo(200);
		assertThat(this.accounts.get(id).isActive()).isTrue();
		assertThat(follow(link).statusCode()).isEqualTo(410);
		URI late = link(id, "");
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(follow(late).statusCode()).isEqualTo(410);
	}

	@Test
	void applicationConfirmsWhoTheUserIs() {
		String id = this.accounts.add("gmail", "ann", NewConnectedAccount::pending);
		URI link = link(id, ",\"user_verify_url\":\"https://acme.com/verify?a=b\",\"state\":\"x y\"");
		String location = follow(link).headers().firstValue("Location").orElseThrow();
		assertThat(location).startsWith("https://acme.com/verify?a=b&auth_request_id=").endsWith("&state=x+y");
		assertThat(this.accounts.get(id).status()).isEqualTo("PENDING_VERIFICATION");
		String authRequestId = location.replaceAll(".*auth_request_id=([^&]+).*", "$1");
		ResponseAssert.assertThat(verify(authRequestId, "bob")).isError(403, 7, "PERMISSION_DENIED");
		assertThat(verify(authRequestId, "ann").json().get("post_user_verify_redirect_url").stringValue())
			.startsWith(this.server.url());
		assertThat(this.accounts.get(id).isActive()).isTrue();
		ResponseAssert.assertThat(verify(authRequestId, "ann")).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	private TestClient.Response verify(String authRequestId, String identifier) {
		return this.client.post(PATH + "/user/verify", """
				{"auth_request_id":"%s","identifier":"%s"}""".formatted(authRequestId, identifier));
	}

	private URI link(String id, String more) {
		return URI.create(this.client.post(PATH + "/magic_link", "{\"id\":\"%s\"%s}".formatted(id, more))
			.json()
			.get("link")
			.stringValue());
	}

	private static HttpResponse<String> follow(URI link) {
		try {
			return HttpClient.newHttpClient().send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void apiOfTheServiceIsCalledThroughTheAccount() {
		this.accounts.add("gmail", "ann");
		this.accounts.api("gmail",
				(request) -> ProviderResponse.json(403, "{\"user\":\"%s\"}".formatted(request.account().identifier())));
		HttpResponse<String> response = proxied("ann");
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).isEqualTo("{\"user\":\"ann\"}");
		assertThat(proxied("bob").statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> proxied(String identifier) {
		try {
			return HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create(this.server.url() + "/proxy/me"))
					.header("Authorization", "Bearer " + this.client.fetchToken())
					.header("connection_name", "gmail")
					.header("identifier", identifier)
					.build(), BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void whatTheServiceWouldRefuseCannotBeAdded() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.accounts.add("", "ann"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.accounts.add("gmail", "ann", (account) -> account.organization("org_1")));
	}

}
