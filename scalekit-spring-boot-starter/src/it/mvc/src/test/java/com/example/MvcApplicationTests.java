package com.example;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The starter neither locks nor changes an MVC application.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MvcApplicationTests {

	private static final ScalekitServer server = ScalekitServer.start();

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext context;

	@DynamicPropertySource
	static void scalekit(DynamicPropertyRegistry registry) {
		registry.add("scalekit.environment-url", server::url);
		registry.add("scalekit.client-id", server::clientId);
		registry.add("scalekit.client-secret", server::clientSecret);
	}

	@Test
	void answersWithoutLogin() throws Exception {
		HttpResponse<String> response = get("/hi");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("hi");
	}

	@Test
	void callsScalekit() throws Exception {
		server.organizations().add("Acme");
		assertThat(get("/organizations").body()).isEqualTo("1");
	}

	@Test
	void staysAServletApplication() {
		assertThat(this.context.getClass().getSimpleName()).contains("Servlet");
		assertThat(Arrays.stream(this.context.getBeanDefinitionNames())
			.filter((name) -> name.toLowerCase().contains("security"))).isEmpty();
	}

	private HttpResponse<String> get(String path) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build(),
					HttpResponse.BodyHandlers.ofString());
	}

}
