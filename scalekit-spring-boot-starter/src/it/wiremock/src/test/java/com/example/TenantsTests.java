package com.example;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.scalekit.spring.test.ScriptedResponse.serviceUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@AutoConfigureScalekitServer
class TenantsTests {

	@RegisterExtension
	static final WireMockExtension billing = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort())
		.build();

	@Test
	void wireMockIsThatOfTheApplication() {
		Path jar = Path.of(WireMockServer.class.getProtectionDomain().getCodeSource().getLocation().getPath());
		assertThat(jar.getFileName().toString()).doesNotContain("standalone");
	}

	@Test
	void bothServersAnswer(@Autowired Tenants tenants, @Autowired ScalekitServer scalekit) throws Exception {
		billing.stubFor(get("/plans/t-1").willReturn(ok("gold")));
		tenants.onboard("Acme", "t-1");
		assertThat(tenants.nameOf("t-1")).isEqualTo("Acme");
		assertThat(body(billing.baseUrl() + "/plans/t-1")).isEqualTo("gold");
		assertThat(scalekit.organizations().count()).isEqualTo(1);
	}

	@Test
	void faultsHappen(@Autowired Tenants tenants, @Autowired ScalekitServer scalekit) {
		String operation = "GET /api/v1/organizations:external/{external_id}";
		scalekit.organizations().add("Acme", "t-1");
		scalekit.next(operation).drops();
		scalekit.next(operation).respondsWith(serviceUnavailable());
		scalekit.next(operation).dribbles(Duration.ofMillis(100));
		assertThat(tenants.nameOf("t-1")).isEqualTo("Acme");
		assertThat(scalekit.requests(operation)).extracting(ReceivedRequest::status).containsExactly(0, 503, 200);
	}

	@Test
	void scalekitServerHasStubs(@Autowired ScalekitServer scalekit) throws Exception {
		scalekit.unwrap(WireMockServer.class).stubFor(get("/api/v1/roles").willReturn(okJson("{}")));
		assertThat(body(scalekit.url() + "/api/v1/roles")).isEqualTo("{}");
	}

	private static String body(String url) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
			.body();
	}

}
