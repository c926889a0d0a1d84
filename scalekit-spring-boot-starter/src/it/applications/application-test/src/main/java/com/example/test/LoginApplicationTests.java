package com.example.test;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for an application with a login and an OAuth2 client of its own. The partner
 * that issues tokens to it behaves like Scalekit.
 */
public abstract class LoginApplicationTests extends ApplicationTests {

	private final ScalekitServer partner;

	protected LoginApplicationTests(Class<?> application) {
		this(application, ScalekitServer.start());
	}

	private LoginApplicationTests(Class<?> application, ScalekitServer partner) {
		super(application, "partner.url=" + partner.url(), "partner.client-id=" + partner.clientId(),
				"partner.client-secret=" + partner.clientSecret());
		this.partner = partner;
	}

	@AfterAll
	void stopPartner() {
		this.partner.close();
	}

	@Override
	protected boolean hasClientRegistrations() {
		return true;
	}

	@Override
	protected int filterChains() {
		return 1;
	}

	@ParameterizedTest
	@MethodSource("both")
	void loginIsRequired(RunningApplication application) throws Exception {
		HttpResponse<String> response = application.get("/", "Accept", "text/html");
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(response.headers().firstValue("Location").orElse("")).endsWith("/oauth2/authorization/github");
		assertThat(application.get("/oauth2/authorization/github").headers().firstValue("Location").orElse(""))
			.startsWith("https://github.com/login/oauth/authorize");
	}

	@ParameterizedTest
	@MethodSource("both")
	void managerOfTheApplicationWorks(RunningApplication application) throws Exception {
		int issued = this.partner.tokens().issued();
		for (String path : new String[] { "/public/partner", "/public/partner-client" }) {
			HttpResponse<String> response = application.get(path);
			assertThat(response.statusCode()).as(path).isEqualTo(200);
			assertThat(response.body()).as(path).isNotBlank();
		}
		assertThat(this.partner.tokens().issued()).isEqualTo(issued + 2);
		assertThat(this.wire.sent()).doesNotContain(this.partner.clientId());
	}

	@Test
	void clientsWorkBesideIt() throws Exception {
		int before = this.scalekit.organizations().count();
		this.scalekit.organizations().add("Acme");
		assertThat(this.with.get("/public/organizations").body()).isEqualTo(String.valueOf(before + 1));
	}

	@Test
	void failureToGetATokenIsNoReasonToLogIn() throws Exception {
		RunningApplication misconfigured = start("misconfigured", "--scalekit.client-secret=test_of_another_client");
		try {
			assertThat(misconfigured.get("/public/organizations").statusCode()).isEqualTo(500);
		}
		finally {
			misconfigured.stop();
		}
	}

}
