package com.example.reference.tenants;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.junit.ScalekitServerExtension;
import com.scalekit.spring.test.oauth2.BrokenToken;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ScalekitServerExtension.class)
class SignInTests {

	@Test
	void userSignsIn(ScalekitServer scalekit) throws Exception {
		String acme = scalekit.organizations().add("Acme");
		scalekit.users().add("ann@acme.com", (user) -> user.memberOf(acme, "admin"));
		scalekit.users().signIn("ann@acme.com");
		HttpResponse<String> answer = authorize(scalekit);
		assertThat(answer.headers().firstValue("Location").orElse("")).contains("?code=");
		assertThat(scalekit.requests("GET /oauth/authorize"))
			.extracting((request) -> request.parameters().get("prompt"))
			.containsExactly(List.of("login"));
	}

	private static HttpResponse<String> authorize(ScalekitServer scalekit) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest
				.newBuilder(URI.create(scalekit.url() + "/oauth/authorize?response_type=code&prompt=login&client_id="
						+ scalekit.clientId() + "&redirect_uri=http://localhost:8080/login/oauth2/code/scalekit"))
				.build(), BodyHandlers.ofString());
	}

	@Test
	void testSignsTokens(ScalekitServer scalekit) {
		String acme = scalekit.organizations().add("Acme");
		String ann = scalekit.users().add("ann@acme.com", (user) -> user.memberOf(acme, "admin"));
		assertThat(tokens(scalekit, ann, acme)).doesNotHaveDuplicates();
	}

	private static List<String> tokens(ScalekitServer scalekit, String ann, String acme) {
		String member = scalekit.accessTokens().user(ann).organization(acme).sign();
		String stranger = scalekit.accessTokens()
			.user("usr_1")
			.organization("org_1")
			.role("admin")
			.permission("projects:read")
			.expiresIn(Duration.ofMinutes(1))
			.sign();
		String machine = scalekit.accessTokens().machine("m2morg_1").organization("org_1").scope("deploy").sign();
		String forged = scalekit.accessTokens().user(ann).broken(BrokenToken.WRONG_ISSUER).sign();
		return List.of(member, stranger, machine, forged);
	}

	@Test
	void administratorEndsSession(ScalekitServer scalekit) throws IOException {
		HttpServer application = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
		application.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		application.start();
		URI uri = URI.create("http://localhost:%d/".formatted(application.getAddress().getPort()));
		String acme = scalekit.organizations().add("Acme");
		String ann = scalekit.users().add("ann@acme.com", (user) -> user.memberOf(acme));
		scalekit.backChannelLogout().target(uri);
		String session = scalekit.sessions().add(ann, acme);
		scalekit.sessions().end(session);
		assertThat(scalekit.backChannelLogout().awaitCalls()).containsExactly(200);
		application.stop(0);
	}

}
