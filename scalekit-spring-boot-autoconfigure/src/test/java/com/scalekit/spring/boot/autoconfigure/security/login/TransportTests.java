package com.scalekit.spring.boot.autoconfigure.security.login;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.scalekit.spring.boot.autoconfigure.Certificates;
import com.scalekit.spring.boot.autoconfigure.ProxyConfiguration;
import com.scalekit.spring.boot.autoconfigure.TunnelProxy;
import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.boot.autoconfigure.security.login.Browser.Page;
import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application asks Scalekit for goes the way of {@code scalekit.http}: the codes
 * and refresh tokens of logins, both key sets, and API tokens. Only the browser goes to
 * Scalekit itself.
 */
class TransportTests {

	/**
	 * Only the proxy knows where that is.
	 */
	private static final String CUSTOM_DOMAIN = "auth.acme.invalid";

	@TempDir
	private static Path directory;

	private static Certificates certificates;

	private final ScalekitServer scalekit = ScalekitServer.start();

	private String organizationId;

	private String userId;

	@BeforeAll
	static void generateCertificates() throws IOException, GeneralSecurityException {
		certificates = new Certificates(directory);
	}

	@BeforeEach
	void addUser() {
		this.organizationId = this.scalekit.organizations().add("Acme");
		this.userId = this.scalekit.users().add("ann@acme.com", (user) -> user.memberOf(this.organizationId));
		this.scalekit.users().signIn("ann@acme.com");
	}

	@AfterEach
	void stop() {
		this.scalekit.close();
	}

	private LoginApplication start(Stack stack, String url, List<Class<?>> configurations, String... arguments) {
		return LoginApplication.run(stack, configurations, Stream
			.concat(Stream.of("--scalekit.environment-url=" + url, "--scalekit.client-id=" + this.scalekit.clientId(),
					"--scalekit.client-secret=" + this.scalekit.clientSecret(), "--scalekit.login.enabled=true",
					"--scalekit.resource-server.enabled=true", "--scalekit.resource-server.api-tokens.enabled=true"),
					Stream.of(arguments))
			.toArray(String[]::new));
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void plainHttpOnThisMachineWithASlowKeySet(Stack stack) {
		this.scalekit.keys().slow(Duration.ofMillis(700));
		try (LoginApplication application = start(stack, this.scalekit.url(), List.of())) {
			assertEverythingWorks(application, this.scalekit.url());
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void privateAuthority(Stack stack) throws IOException, GeneralSecurityException {
		try (TunnelProxy server = TunnelProxy.withTls(certificates.server("server"), this.scalekit.url())) {
			String url = "https://localhost:" + server.port();
			try (LoginApplication application = start(stack, url, List.of(), trustAuthority())) {
				assertEverythingWorks(application, url);
			}
			assertThat(server.requestLines()).isNotEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void nothingIsSentToAServerThatIsNotTrusted(Stack stack) throws IOException, GeneralSecurityException {
		try (TunnelProxy server = TunnelProxy.withTls(certificates.server("server"), this.scalekit.url())) {
			String url = "https://localhost:" + server.port();
			try (LoginApplication application = start(stack, url, List.of())) {
				assertThat(login(url).signIn(application.browser()).path()).isEqualTo("/login?error");
				assertThat(bearer(application, accessToken(url))).isEqualTo(503);
				assertThat(bearer(application, apiToken())).isEqualTo(503);
			}
			assertThat(server.requestLines()).isEmpty();
			assertThat(requestsOfTheApplication()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void proxy(Stack stack) throws IOException {
		try (TunnelProxy proxy = TunnelProxy.to(this.scalekit.url(), "user", "test_password")) {
			String url = "http://" + CUSTOM_DOMAIN;
			try (LoginApplication application = start(stack, url, List.of(ProxyConfiguration.class),
					"--scalekit.allow-insecure-http=true", "--proxy.port=" + proxy.port(),
					"--proxy.password=test_password")) {
				assertEverythingWorks(application, url);
			}
			assertThat(proxy.requestLines()).isNotEmpty()
				.allSatisfy((line) -> assertThat(line).startsWith("CONNECT " + CUSTOM_DOMAIN + ":80 "));
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void customDomainWithAPrivateAuthorityBehindAProxy(Stack stack) throws IOException, GeneralSecurityException {
		try (TunnelProxy server = TunnelProxy.withTls(certificates.server("custom-domain"), this.scalekit.url());
				TunnelProxy proxy = TunnelProxy.to("https://localhost:" + server.port(), "user", "test_password")) {
			String url = "https://" + CUSTOM_DOMAIN;
			try (LoginApplication application = start(stack, url, List.of(ProxyConfiguration.class),
					Stream
						.concat(Stream.of("--proxy.port=" + proxy.port(), "--proxy.password=test_password"),
								Stream.of(trustAuthority()))
						.toArray(String[]::new))) {
				assertEverythingWorks(application, url);
			}
			assertThat(proxy.requestLines()).hasSameSizeAs(server.requestLines())
				.allSatisfy((line) -> assertThat(line).startsWith("CONNECT " + CUSTOM_DOMAIN + ":443 "));
		}
	}

	@Test
	void logoutTokens() throws IOException, GeneralSecurityException {
		try (TunnelProxy server = TunnelProxy.withTls(certificates.server("server"), this.scalekit.url())) {
			String url = "https://localhost:" + server.port();
			try (LoginApplication application = start(Stack.MVC, url, List.of(),
					Stream
						.concat(Stream.of("--scalekit.login.back-channel-logout.enabled=true"),
								Stream.of(trustAuthority()))
						.toArray(String[]::new))) {
				Browser browser = application.browser();
				login(url).idToken((token) -> token.claim("iss", url).session("ses_1")).signIn(browser);
				assertThat(browser.get("/me").status()).isEqualTo(200);
				String token = this.scalekit.accessTokens().logoutToken(this.userId, "ses_1").claim("iss", url).sign();
				assertThat(application.browser()
					.post("/logout/connect/back-channel/scalekit", "logout_token=" + token)
					.status()).isEqualTo(200);
				assertThat(browser.get("/me").status()).isEqualTo(302);
				assertThat(requestsOfTheApplication()).containsExactly("POST /oauth/token", "GET /keys");
			}
		}
	}

	private static String[] trustAuthority() throws GeneralSecurityException {
		return new String[] { "--scalekit.http.ssl.bundle=private",
				"--spring.ssl.bundle.pem.private.truststore.certificate=" + certificates.certificate("authority") };
	}

	/**
	 * The application knows no other address of Scalekit than the URL.
	 */
	private void assertEverythingWorks(LoginApplication application, String url) {
		Browser browser = application.browser();
		ScriptedLogin login = login(url);
		assertThat(login.signIn(browser).body()).isEqualTo("home");
		assertThat(requestsOfTheApplication()).containsExactly("POST /oauth/token", "GET /keys");
		assertThat(browser.get("/me").body()).isEqualTo(this.userId + " of " + this.organizationId);
		String refreshed = accessToken(url);
		login.refreshesTo(refreshed);
		assertThat(browser.get("/token").body()).isEqualTo(refreshed);
		assertThat(requestsOfTheApplication()).containsExactly("POST /oauth/token", "GET /keys", "POST /oauth/token");
		assertThat(bearer(application, accessToken(url))).isEqualTo(200);
		assertThat(bearer(application, accessToken("https://acme.scalekit.com"))).isEqualTo(401);
		assertThat(bearer(application, apiToken())).isEqualTo(200);
		assertThat(requestsOfTheApplication()).containsExactly("POST /oauth/token", "GET /keys", "POST /oauth/token",
				"GET /keys", "POST /oauth/token", "POST /api/v1/tokens:validate");
		Page logout = browser.signOut();
		assertThat(logout.location()).startsWith(url + "/oidc/logout?");
		assertThat(URI.create(logout.location()).getHost()).isEqualTo(URI.create(url).getHost());
		assertThat(requestsOfTheApplication()).hasSize(6);
	}

	private ScriptedLogin login(String url) {
		return new ScriptedLogin(this.scalekit, this.userId).idToken((token) -> token.claim("iss", url))
			.accessToken(accessToken(url))
			.refreshToken("rt_1")
			.lifetime(Duration.ofSeconds(10));
	}

	private String accessToken(String url) {
		return this.scalekit.accessTokens()
			.user(this.userId)
			.organization(this.organizationId)
			.claim("iss", url)
			.sign();
	}

	private String apiToken() {
		return this.scalekit.apiTokens().add(this.organizationId, (token) -> token.user(this.userId));
	}

	private static int bearer(LoginApplication application, String token) {
		return application.http().get("/me", "Authorization: Bearer " + token).status();
	}

	private List<String> requestsOfTheApplication() {
		return this.scalekit.requests()
			.stream()
			.map(ReceivedRequest::operation)
			.filter((operation) -> !operation.equals("GET /oauth/authorize"))
			.toList();
	}

}
