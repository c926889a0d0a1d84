package com.example.customized;

import java.util.stream.Stream;

import com.example.test.ApplicationTests;
import com.example.test.RecordingForwarder;
import com.example.test.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

class CustomizedApplicationTests extends ApplicationTests {

	private static final ScalekitServer server = ScalekitServer.start();

	private static final RecordingForwarder partner = RecordingForwarder.start(server.url());

	CustomizedApplicationTests() {
		super(CustomizedApplication.class, "partner.url=" + partner.url());
	}

	@AfterAll
	static void stopPartner() {
		partner.close();
		server.close();
	}

	@BeforeEach
	void forgetRequests() {
		both().forEach((application) -> application.bean(CustomizedApplication.class).requests.clear());
	}

	@ParameterizedTest
	@MethodSource("both")
	void webClientOfTheApplicationIsItsOwn(RunningApplication application) throws Exception {
		assertThat(application.get("/partner").body()).isEqualTo("partner answers");
		assertThat(requests(application)).singleElement()
			.satisfies((request) -> assertThat(request.url()).hasToString(partner.url() + "/"))
			.satisfies((request) -> assertThat(request.headers().getFirst(HttpHeaders.AUTHORIZATION))
				.isEqualTo("Basic cGFydG5lcg=="));
		assertThat(partner.sent()).contains("X-Application: customized", "X-Proxy: outbound");
	}

	@Test
	void clientsWorkBesideIt() throws Exception {
		this.scalekit.organizations().add("Acme");
		assertThat(this.with.get("/organizations").body()).isEqualTo("1");
		assertThat(this.scalekit.tokens().issued()).isEqualTo(1);
	}

	@Test
	void customizersApplyToTheClientsButSeeNoToken() throws Exception {
		this.with.get("/organizations");
		assertThat(requests(this.with)).singleElement()
			.satisfies((request) -> assertThat(request.url().getPath()).isEqualTo("/api/v1/organizations"))
			.satisfies((request) -> assertThat(request.headers().toSingleValueMap().values())
				.noneMatch((value) -> value.contains("Bearer")));
		assertThat(this.wire.sent()).contains("X-Application: customized", "X-Proxy: outbound");
	}

	@Test
	void connectionsAreNotShared() throws Exception {
		this.with.get("/organizations");
		this.with.get("/partner");
		assertThat(this.with.bean(PoolAddresses.class).addresses).singleElement()
			.asString()
			.endsWith(":" + partner.port());
	}

	private static Stream<ClientRequest> requests(RunningApplication application) {
		return application.bean(CustomizedApplication.class).requests.stream();
	}

}
