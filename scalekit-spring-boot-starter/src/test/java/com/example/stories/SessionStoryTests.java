package com.example.stories;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.sessions.ReactiveSessionsClient;
import com.scalekit.spring.client.sessions.RevokedSession;
import com.scalekit.spring.client.sessions.Session;
import com.scalekit.spring.client.sessions.SessionQuery;
import com.scalekit.spring.client.sessions.SessionStatus;
import com.scalekit.spring.client.sessions.SessionsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A user who lost a device is signed out there, and then everywhere.
 */
@SpringBootTest
@AutoConfigureScalekitServer
class SessionStoryTests {

	private static final SessionQuery ACTIVE = SessionQuery.any().withStatus(SessionStatus.ACTIVE);

	@Autowired
	private ScalekitServer scalekit;

	private String user;

	private String lost;

	private String laptop;

	@BeforeEach
	void signIn() {
		String acme = this.scalekit.organizations().add("Acme");
		this.user = this.scalekit.users().add("ann@acme.com", (user) -> user.memberOf(acme));
		this.lost = this.scalekit.sessions().add(this.user, acme);
		this.laptop = this.scalekit.sessions().add(this.user, acme);
	}

	@Test
	void signOut(@Autowired SessionsClient sessions) {
		assertThat(sessions.get(this.lost).status()).isEqualTo(SessionStatus.ACTIVE);
		assertThat(sessions.revoke(this.lost).status()).isEqualTo(SessionStatus.REVOKED);
		assertThat(sessions.allByUser(this.user, ACTIVE)).extracting(Session::sessionId).containsExactly(this.laptop);
		assertThat(sessions.revokeAllOfUser(this.user).revokedSessions()).extracting(RevokedSession::sessionId)
			.containsExactly(this.laptop);
		assertThat(sessions.allByUser(this.user)).extracting(Session::status)
			.containsExactly(SessionStatus.REVOKED, SessionStatus.REVOKED);
		assertThat(sessions.revokeAllOfUser(this.user).totalRevoked()).isZero();
	}

	@Test
	void reactiveSignOut(@Autowired ReactiveSessionsClient sessions) {
		assertThat(sessions.revoke(this.lost)
			.thenMany(sessions.allByUser(this.user, ACTIVE))
			.map(Session::sessionId)
			.collectList()
			.block()).containsExactly(this.laptop);
		assertThat(sessions.revokeAllOfUser(this.user).block().totalRevoked()).isEqualTo(1);
		assertThat(sessions.get(this.laptop).block().status()).isEqualTo(SessionStatus.REVOKED);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
