package com.scalekit.spring.test;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.scalekit.spring.test.authenticationlogs.StoredAuthenticationRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TimeTests {

	private final Instant now = MutableClock.START.truncatedTo(ChronoUnit.MICROS);

	private final Instant lastWeek = this.now.minus(Duration.ofDays(7));

	private final ScalekitServer server = ScalekitServer.builder().clock(new MutableClock()).start();

	private final String acme = this.server.organizations().add("Acme");

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void signInsAreOfLastWeek() {
		this.server.at(this.lastWeek, () -> this.server.authenticationLogs().add("ann@acme.com"));
		this.server.authenticationLogs().add("ann@acme.com");
		assertThat(this.server.authenticationLogs().all()).extracting(StoredAuthenticationRequest::timestamp)
			.containsExactly(this.now, this.lastWeek);
	}

	@Test
	void everythingIsOfLastWeek() {
		this.server.at(this.lastWeek, () -> {
			String ann = this.server.users().add("ann@acme.com", (user) -> user.memberOf(this.acme));
			this.server.users().signedIn(ann);
			this.server.sessions().add(ann, this.acme);
		});
		assertThat(this.server.users().all()).singleElement().satisfies((user) -> {
			assertThat(user.createTime()).isEqualTo(this.lastWeek);
			assertThat(user.lastLoginTime()).isEqualTo(this.lastWeek);
			assertThat(this.server.sessions().all(user.id())).singleElement()
				.satisfies((session) -> assertThat(session.status()).isEqualTo("expired"));
		});
	}

	@Test
	void invitationHasExpired() {
		this.server.at(this.now.minus(Duration.ofDays(31)),
				() -> this.server.users().add("ann@acme.com", (user) -> user.invitedTo(this.acme)));
		assertThat(this.server.users().all().get(0).memberships()).singleElement()
			.satisfies((membership) -> assertThat(membership.membershipStatus()).isEqualTo("INVITE_EXPIRED"));
	}

	@Test
	void timesNest() {
		this.server.at(this.lastWeek, () -> {
			this.server.at(this.now.minus(Duration.ofDays(1)),
					() -> this.server.authenticationLogs().add("a@acme.com"));
			this.server.authenticationLogs().add("b@acme.com");
		});
		assertThat(this.server.authenticationLogs().all()).extracting(StoredAuthenticationRequest::timestamp)
			.containsExactly(this.lastWeek, this.now.minus(Duration.ofDays(1)));
	}

	@Test
	void timeIsNotThatOfOtherThreads() {
		this.server.at(this.lastWeek,
				() -> CompletableFuture.runAsync(() -> this.server.authenticationLogs().add("ann@acme.com")).join());
		assertThat(this.server.authenticationLogs().all().get(0).timestamp()).isEqualTo(this.now);
	}

	@Test
	void timeGoesOnAfterAFailure() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.at(this.lastWeek, () -> this.server.sessions().add("usr_1", this.acme)));
		this.server.authenticationLogs().add("ann@acme.com");
		assertThat(this.server.authenticationLogs().all().get(0).timestamp()).isEqualTo(this.now);
	}

}
