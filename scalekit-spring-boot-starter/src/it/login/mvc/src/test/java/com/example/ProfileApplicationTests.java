package com.example;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureScalekitServer
class ProfileApplicationTests {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\".* value=\"([^\"]+)\"");

	private final HttpClient browser = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(Redirect.ALWAYS)
		.build();

	@LocalServerPort
	private int port;

	@Autowired
	private ScalekitServer scalekit;

	private String acme;

	@BeforeEach
	void addAnn() {
		this.acme = this.scalekit.organizations().add("Acme");
		this.scalekit.users().add("ann@acme.com", (user) -> user.memberOf(this.acme, "admin"));
	}

	@Test
	void asksToSignIn() throws Exception {
		HttpResponse<String> page = open("/me");
		assertThat(page.uri()).hasPath("/oauth/authorize").hasPort(URI.create(this.scalekit.url()).getPort());
		assertThat(page.body()).contains("ann@acme.com");
	}

	@Test
	void showsThePageFirstAskedFor() throws Exception {
		this.scalekit.users().signIn("ann@acme.com");
		HttpResponse<String> page = open("/me?tab=roles");
		assertThat(page.uri()).hasPath("/me").hasPort(this.port);
		assertThat(page.uri().getQuery()).startsWith("tab=roles");
		assertThat(page.body()).isEqualTo("ann@acme.com of " + this.acme + " as [admin]");
	}

	@Test
	void signsInOnce() throws Exception {
		this.scalekit.users().signIn("ann@acme.com");
		assertThat(open("/me").statusCode()).isEqualTo(200);
		assertThat(open("/me").statusCode()).isEqualTo(200);
		assertThat(this.scalekit.requests("GET /oauth/authorize")).hasSize(1);
	}

	@Test
	void signsOutHereAndAtScalekit() throws Exception {
		this.scalekit.users().signIn("ann@acme.com");
		open("/me");
		this.scalekit.users().showLoginPage();
		signOut();
		assertThat(this.scalekit.requests("GET /oidc/logout")).hasSize(1);
		assertThat(open("/me").uri()).hasPath("/oauth/authorize");
	}

	private HttpResponse<String> open(String path) throws Exception {
		return send(HttpRequest.newBuilder(uri(path)));
	}

	private void signOut() throws Exception {
		Matcher token = CSRF.matcher(open("/logout").body());
		assertThat(token.find()).isTrue();
		send(HttpRequest.newBuilder(uri("/logout"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("_csrf=" + token.group(1))));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.browser.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

}
