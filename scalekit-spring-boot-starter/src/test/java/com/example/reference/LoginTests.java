package com.example.reference;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "scalekit.login.enabled=true")
@AutoConfigureScalekitServer
class LoginTests {

	@Autowired
	private ScalekitServer scalekit;

	@LocalServerPort
	private int port;

	@Test
	void annSignsIn() throws Exception {
		String acme = this.scalekit.organizations().add("Acme");
		this.scalekit.users().add("ann@acme.com", (user) -> user.memberOf(acme, "admin"));
		this.scalekit.users().signIn("ann@acme.com");
		HttpClient browser = HttpClient.newBuilder()
			.cookieHandler(new CookieManager())
			.followRedirects(Redirect.ALWAYS)
			.build();
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/me")).build();
		assertThat(browser.send(request, BodyHandlers.ofString()).body()).isEqualTo("ann@acme.com of " + acme);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(LoginChains.Home.class)
	static class Application {

	}

}
