package com.example;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.oauth2.BrokenToken;
import com.scalekit.spring.test.oauth2.NewToken;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureScalekitServer
class ProjectsApplicationTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private ScalekitServer scalekit;

	@Test
	void needsAToken() throws Exception {
		HttpResponse<String> response = send(request());
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
	}

	@Test
	void answersTheOrganizationOfTheToken() throws Exception {
		HttpResponse<String> response = get(member().permission("projects:read"));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("[\"Website\"]");
	}

	@Test
	void needsThePermission() throws Exception {
		assertThat(get(member()).statusCode()).isEqualTo(403);
		assertThat(get(member().role("projects:read")).statusCode()).isEqualTo(403);
	}

	@Test
	void refusesTokensOfOthers() throws Exception {
		NewToken token = member().permission("projects:read");
		assertThat(get(token.broken(BrokenToken.WRONG_ISSUER)).statusCode()).isEqualTo(401);
		assertThat(get(token.broken(BrokenToken.WRONG_AUDIENCE)).statusCode()).isEqualTo(401);
	}

	private NewToken member() {
		return this.scalekit.accessTokens().user("usr_1").organization("org_1");
	}

	private HttpResponse<String> get(NewToken token) throws Exception {
		return send(request().header("Authorization", "Bearer " + token.sign()));
	}

	private HttpRequest.Builder request() {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/projects"));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

}
