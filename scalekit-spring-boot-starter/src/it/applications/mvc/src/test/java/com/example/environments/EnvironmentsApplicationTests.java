package com.example.environments;

import com.example.test.ApplicationTests;
import com.example.test.RecordingForwarder;
import com.example.test.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentsApplicationTests extends ApplicationTests {

	private static final ScalekitServer europe = ScalekitServer.start();

	private static final RecordingForwarder europeanWire = RecordingForwarder.start(europe.url());

	EnvironmentsApplicationTests() {
		super(EnvironmentsApplication.class, "europe.environment-url=" + europeanWire.url(),
				"europe.client-id=" + europe.clientId(), "europe.client-secret=" + europe.clientSecret());
		europe.organizations().add("Acme Europe");
	}

	@AfterAll
	static void stopEurope() {
		europeanWire.close();
		europe.close();
	}

	@ParameterizedTest
	@MethodSource("both")
	void environmentOfTheApplicationWorks(RunningApplication application) throws Exception {
		assertThat(application.get("/european-organizations").body()).isEqualTo("1");
	}

	@Test
	void environmentsNeverCross() throws Exception {
		this.scalekit.organizations().add("Acme");
		this.scalekit.organizations().add("Acme Labs");
		assertThat(this.with.get("/organizations").body()).isEqualTo("2");
		assertThat(this.with.get("/european-organizations").body()).isEqualTo("1");
		assertThat(this.with.bean(ReactiveOrganizationsClient.class).all().count().block()).isEqualTo(2);
		assertThat(this.wire.sent()).contains(this.scalekit.clientId()).doesNotContain(europe.clientId());
		assertThat(europeanWire.sent()).contains(europe.clientId()).doesNotContain(this.scalekit.clientId());
	}

	@Test
	void tokensOfOneEnvironmentDoNotServeTheOther() throws Exception {
		this.with.get("/organizations");
		this.with.get("/european-organizations");
		int issued = europe.tokens().issued();
		this.scalekit.tokens().revokeAll();
		assertThat(this.with.get("/organizations").statusCode()).isEqualTo(200);
		assertThat(this.with.get("/european-organizations").statusCode()).isEqualTo(200);
		assertThat(europe.tokens().issued()).isEqualTo(issued);
	}

	@Test
	void clientsOfTheStarterAreInjectedByType() {
		assertThat(this.with.bean(OrganizationsClient.class))
			.hasToString("OrganizationsClient[" + this.wire.url() + "]");
		assertThat(this.with.bean(ReactiveOrganizationsClient.class))
			.hasToString("ReactiveOrganizationsClient[" + this.wire.url() + "]");
		assertThat(this.with.context().getBean("scalekitClients", ScalekitClients.class))
			.hasToString("ScalekitClients[" + this.wire.url() + "]");
	}

}
