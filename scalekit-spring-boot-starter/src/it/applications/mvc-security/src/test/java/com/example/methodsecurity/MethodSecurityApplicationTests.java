package com.example.methodsecurity;

import java.net.http.HttpResponse;
import java.util.Base64;

import com.example.test.ApplicationTests;
import com.example.test.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;

import static org.assertj.core.api.Assertions.assertThat;

class MethodSecurityApplicationTests extends ApplicationTests {

	private static final String[] USERS = { "alice", "bob", "carol" };

	MethodSecurityApplicationTests() {
		super(MethodSecurityApplication.class);
	}

	@Override
	protected int filterChains() {
		return 1;
	}

	@ParameterizedTest
	@MethodSource("both")
	void usersSignIn(RunningApplication application) throws Exception {
		assertThat(application.get("/me").statusCode()).isEqualTo(401);
		for (String user : USERS) {
			assertThat(as(user, application, "/me").body()).isEqualTo(user);
		}
	}

	@ParameterizedTest
	@MethodSource("both")
	void methodsAreSecured(RunningApplication application) throws Exception {
		assertThat(as("alice", application, "/secret").body()).isEqualTo("secret");
		assertThat(as("bob", application, "/secret").statusCode()).isEqualTo(403);
	}

	@Test
	void methodsThatCallScalekitAreSecured() throws Exception {
		int before = this.scalekit.organizations().count();
		assertThat(as("alice", this.with, "/onboard").body()).isEqualTo("Acme");
		assertThat(as("bob", this.with, "/onboard").statusCode()).isEqualTo(403);
		assertThat(this.scalekit.organizations().count()).isEqualTo(before + 1);
	}

	@Test
	void usersShareOneToken() throws Exception {
		for (String user : USERS) {
			assertThat(as(user, this.with, "/count").body()).endsWith("seen by " + user);
			assertThat(as(user, this.with, "/count-later").body()).endsWith("later");
			assertThat(this.with.bean(OAuth2AuthorizedClientManager.class)
				.authorize(OAuth2AuthorizeRequest.withClientRegistrationId("scalekit").principal(user).build())
				.getAccessToken()
				.getTokenValue()).isNotBlank();
		}
		assertThat(this.scalekit.tokens().issued()).isEqualTo(1);
	}

	@Test
	void nothingOfTheUsersIsSent() throws Exception {
		for (String user : USERS) {
			as(user, this.with, "/count");
			as(user, this.with, "/count-later");
			assertThat(this.wire.sent()).doesNotContain(user, credentials(user), "JSESSIONID");
		}
	}

	private static HttpResponse<String> as(String user, RunningApplication application, String path) throws Exception {
		return application.get(path, "Authorization", "Basic " + credentials(user));
	}

	private static String credentials(String user) {
		return Base64.getEncoder().encodeToString((user + ":" + user + "-password").getBytes());
	}

}
