package com.example.console.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.authenticationlogs.StoredAuthenticationRequest;
import com.scalekit.spring.test.connections.StoredConnection;
import com.scalekit.spring.test.domains.StoredDomain;
import com.scalekit.spring.test.users.StoredMembership;
import com.scalekit.spring.test.users.StoredUser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the in-memory environment starts with.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WorldTests {

	private final PastClock clock = new PastClock();

	private final ScalekitServer scalekit = ScalekitServer.builder().clock(this.clock).start();

	@BeforeAll
	void add() {
		new WorldBuilder(this.scalekit, this.clock).add(World.read());
	}

	@AfterAll
	void close() {
		this.scalekit.close();
	}

	@Test
	void hasPeopleWithRolesInADozenOrganizations() {
		assertThat(this.scalekit.users().all()).hasSize(83);
		assertThat(memberships()).extracting(StoredMembership::displayName).contains("Cloudloom", "Northwind Robotics");
		assertThat(memberships().stream().map(StoredMembership::organizationId).distinct()).hasSize(13);
		assertThat(this.scalekit.users().findByEmail("mara@northwind.example").orElseThrow().memberships())
			.singleElement()
			.satisfies((membership) -> assertThat(membership.roles()).extracting(StoredMembership.Role::displayName)
				.containsExactly("Organization manager"));
	}

	@Test
	void hasInvitationsThatWaitAndSomeThatHaveExpired() {
		assertThat(memberships()).extracting(StoredMembership::membershipStatus)
			.contains("ACTIVE", "PENDING_INVITE", "INVITE_EXPIRED");
	}

	@Test
	void hasConnectionsDirectoriesDomainsAndClients() {
		String northwind = WorldBuilder.organizationId(this.scalekit, "Northwind Robotics");
		assertThat(this.scalekit.connections().all()).hasSize(10)
			.extracting(StoredConnection::provider)
			.contains("OKTA", "GOOGLE", "PING_IDENTITY");
		assertThat(this.scalekit.directories().all(northwind)).hasSize(1);
		assertThat(this.scalekit.domains().all(northwind)).extracting(StoredDomain::domain)
			.containsExactly("northwind.example", "northwind-labs.example");
		assertThat(this.scalekit.apiClients().all(northwind)).hasSize(2);
	}

	@Test
	void hasSignInsOfFourWeeksThatAllBelongToSomebody() {
		List<StoredAuthenticationRequest> requests = this.scalekit.authenticationLogs().all();
		Instant now = Instant.now();
		assertThat(requests).hasSizeGreaterThan(500)
			.extracting(StoredAuthenticationRequest::status)
			.contains("SUCCESS", "FAILED");
		assertThat(requests.get(0).timestamp()).isBetween(now.minus(Duration.ofDays(2)), now);
		assertThat(requests.get(requests.size() - 1).timestamp()).isBefore(now.minus(Duration.ofDays(27)));
		Set<String> emails = this.scalekit.users().all().stream().map(StoredUser::email).collect(Collectors.toSet());
		assertThat(requests).allSatisfy((request) -> assertThat(emails).contains(request.email()));
	}

	@Test
	void hasPeopleWhoAreSignedIn() {
		assertThat(this.scalekit.users().all().stream().map(StoredUser::id).map(this.scalekit.sessions()::all))
			.filteredOn((sessions) -> !sessions.isEmpty())
			.hasSizeGreaterThan(5);
		assertThat(this.scalekit.sessions()
			.all(this.scalekit.users().findByEmail("ines@cloudloom.example").orElseThrow().id())).isEmpty();
	}

	@Test
	void isOfThePresentWhenItIsThere() {
		assertThat(this.clock.instant()).isBetween(Instant.now().minusSeconds(1), Instant.now());
	}

	private List<StoredMembership> memberships() {
		return this.scalekit.users().all().stream().flatMap((user) -> user.memberships().stream()).toList();
	}

}
