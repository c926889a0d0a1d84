package com.scalekit.spring.test.oidc;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;
import com.scalekit.spring.test.oauth2.BrokenToken;

import static org.assertj.core.api.Assertions.assertThat;

class UserInfoEndpointTests {

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final String acme = this.server.organizations().add("Acme");

	private final String ann = this.server.users()
		.add("ann@acme.com", (user) -> user.name("Ann", "Doe").memberOf(this.acme));

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void describesUser() {
		Response response = userInfo(this.server.accessTokens().user(this.ann).sign());
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.json()).isEqualTo(TestClient.json("""
				{"sub": "%s", "email": "ann@acme.com", "email_verified": false, "name": "Ann Doe",
				 "given_name": "Ann", "family_name": "Doe"}
				""".formatted(this.ann)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "garbage", "a.b.c" })
	void refusesNoToken(String token) {
		assertRefused(token);
	}

	@Test
	void refusesOtherTokens() {
		assertRefused(this.server.accessTokens().idToken(this.ann).sign());
		assertRefused(this.server.accessTokens().logoutToken(this.ann, "ses_1").sign());
		assertRefused(this.server.accessTokens().machine("m2morg_1").sign());
		assertRefused(this.server.accessTokens().user("usr_1").sign());
		assertRefused(this.server.accessTokens().user(this.ann).broken(BrokenToken.FOREIGN_KEY).sign());
		assertRefused(this.server.accessTokens().user(this.ann).broken(BrokenToken.WRONG_ISSUER).sign());
		assertRefused(TestClient.withoutToken(this.server).fetchToken());
	}

	@Test
	void refusesExpiredTokenAndEndedSession() {
		String session = this.server.sessions().add(this.ann, this.acme);
		String token = this.server.accessTokens().user(this.ann).session(session).sign();
		assertThat(userInfo(token).status()).isEqualTo(200);
		this.server.sessions().end(session);
		assertRefused(token);
		String other = this.server.accessTokens().user(this.ann).sign();
		this.clock.advance(Duration.ofMinutes(5));
		assertRefused(other);
	}

	private void assertRefused(String token) {
		Response response = userInfo(token);
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
	}

	private Response userInfo(String token) {
		return TestClient.withToken(this.server, token).unchecked().get("/userinfo");
	}

}
