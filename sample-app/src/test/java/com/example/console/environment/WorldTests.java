package com.example.console.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.apiclients.ApiClient;
import com.scalekit.spring.client.apiclients.ApiClientsClient;
import com.scalekit.spring.client.authenticationlogs.AuthenticationLogsClient;
import com.scalekit.spring.client.authenticationlogs.AuthenticationRequest;
import com.scalekit.spring.client.connections.ConnectionQuery;
import com.scalekit.spring.client.connections.ConnectionSummary;
import com.scalekit.spring.client.connections.ConnectionsClient;
import com.scalekit.spring.client.directories.DirectoriesClient;
import com.scalekit.spring.client.directories.Directory;
import com.scalekit.spring.client.directories.DirectoryGroup;
import com.scalekit.spring.client.domains.Domain;
import com.scalekit.spring.client.domains.DomainsClient;
import com.scalekit.spring.client.roles.OrganizationRolesClient;
import com.scalekit.spring.client.roles.Role;
import com.scalekit.spring.client.sessions.Session;
import com.scalekit.spring.client.sessions.SessionsClient;
import com.scalekit.spring.client.users.OrganizationMembership;
import com.scalekit.spring.client.users.RoleReference;
import com.scalekit.spring.client.users.User;
import com.scalekit.spring.client.users.UsersClient;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.authenticationlogs.StoredAuthenticationRequest;
import com.scalekit.spring.test.organizations.StoredOrganization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the in-memory environment starts with, as the clients see it.
 */
class WorldTests {

	private static final ScalekitServer scalekit = ScalekitServer.start();

	private static final ScalekitClients clients = ScalekitClients
		.builder(scalekit.url(), scalekit.clientId(), scalekit.clientSecret())
		.build();

	private static List<User> users = List.of();

	private static List<AuthenticationRequest> requests = List.of();

	@BeforeAll
	static void add() {
		SampleOrganizations.addTo(scalekit);
		World.addTo(scalekit);
		users = clients.create(UsersClient.class).all().toList();
		requests = clients.create(AuthenticationLogsClient.class).all().toList();
	}

	@AfterAll
	static void close() {
		scalekit.close();
	}

	@Test
	void hasPeopleInThirteenOrganizations() {
		assertThat(users).hasSize(87);
		assertThat(memberships().stream().map(OrganizationMembership::organizationId).distinct()).hasSize(13);
		assertThat(
				memberships().stream()
					.collect(Collectors.groupingBy((membership) -> membership.membershipStatus().name(),
							Collectors.counting())))
			.isEqualTo(Map.of("ACTIVE", 62L, "INACTIVE", 10L, "PENDING_INVITE", 13L, "INVITE_EXPIRED", 3L));
	}

	@Test
	void hasFivePeopleToSignInAs() {
		assertThat(scalekit.users().all()).filteredOn((user) -> user.listed())
			.extracting((user) -> user.email())
			.containsExactly("ines@cloudloom.example", "mara@northwind.example", "tom@northwind.example",
					"priya@bluebird.example", "sam@consulting.example");
		assertThat(user("mara@northwind.example").memberships()).singleElement().satisfies((membership) -> {
			assertThat(membership.displayName()).isEqualTo("Northwind Robotics");
			assertThat(membership.permissions()).containsExactly("organization:write");
			assertThat(membership.roles()).extracting(RoleReference::displayName)
				.containsExactly("Organization manager");
		});
		assertThat(clients.create(SessionsClient.class).allByUser(user("mara@northwind.example").id()))
			.noneMatch((session) -> session.status().name().equals("ACTIVE"));
	}

	@Test
	void northwindHasRolesDomainsConnectionsAndClients() {
		String northwind = id("Northwind Robotics");
		assertThat(clients.create(OrganizationRolesClient.class).list(northwind)).extracting(Role::name)
			.contains("editor", "robot_supervisor")
			.doesNotContain("console_operator", "flight_engineer");
		assertThat(clients.create(DomainsClient.class).all(northwind))
			.extracting(Domain::domain, (domain) -> domain.verificationStatus().name())
			.containsExactly(Tuple.tuple("northwind.example", "VERIFIED"),
					Tuple.tuple("northwind-labs.example", "PENDING"));
		assertThat(connections()).filteredOn((connection) -> connection.organizationId().equals(northwind))
			.extracting((connection) -> connection.provider() + " " + connection.enabled())
			.containsExactly("OKTA true", "GOOGLE false");
		assertThat(clients.create(ApiClientsClient.class).all(northwind))
			.allSatisfy((client) -> assertThat(client.secrets()).hasSize(1))
			.extracting(ApiClient::name)
			.containsExactly("Warehouse robots", "Nightly export");
	}

	@Test
	void northwindHasADirectoryWithUsersInGroups() {
		DirectoriesClient directories = clients.create(DirectoriesClient.class);
		String northwind = id("Northwind Robotics");
		Directory directory = directories.list(northwind).get(0);
		assertThat(directories.allGroups(northwind, directory.id())).extracting(DirectoryGroup::displayName)
			.contains("Everyone", "Engineering", "Managers");
		assertThat(directories.allUsers(northwind, directory.id()))
			.filteredOn((user) -> user.email().equals("mara@northwind.example"))
			.singleElement()
			.satisfies((user) -> assertThat(user.familyName()).isEqualTo("Lind"))
			.satisfies((user) -> assertThat(user.groups()).extracting(DirectoryGroup::displayName)
				.contains("Everyone", "Managers"));
	}

	@Test
	void connectionsAreOfSeveralProvidersTypesAndStates() {
		assertThat(connections()).hasSize(16);
		assertThat(connections().stream().map(ConnectionSummary::provider).distinct()).hasSize(9);
		assertThat(connections()).extracting((connection) -> connection.type().name()).contains("SAML", "OIDC");
		assertThat(connections()).extracting((connection) -> connection.status() + " " + connection.enabled())
			.contains("COMPLETED true", "COMPLETED false", "IN_PROGRESS false");
	}

	@Test
	void signInsAreThoseOfFourWeeks() {
		assertThat(requests).hasSize(751);
		Instant now = Instant.now();
		assertThat(requests).extracting(AuthenticationRequest::timestamp)
			.isSortedAccordingTo(Comparator.reverseOrder())
			.allSatisfy((time) -> assertThat(time).isBetween(now.minus(Duration.ofDays(30)), now));
		assertThat(requests).extracting((request) -> request.status().name())
			.contains("SUCCESS", "FAILED", "INITIATED");
		assertThat(requests.stream()
			.map(AuthenticationRequest::connectionProvider)
			.filter((provider) -> !provider.isEmpty())
			.distinct()).hasSize(7);
	}

	@Test
	void sessionsAreOfSeveralDevices() {
		List<Session> sessions = users.stream()
			.flatMap((user) -> clients.create(SessionsClient.class).allByUser(user.id()))
			.toList();
		assertThat(sessions).hasSize(191);
		assertThat(sessions).extracting((session) -> session.status().name())
			.contains("ACTIVE", "EXPIRED", "REVOKED", "LOGOUT");
		assertThat(sessions).extracting(Session::device)
			.extracting((device) -> device.deviceType())
			.contains("desktop", "mobile", "tablet");
	}

	@Test
	void rolesOfMembersExist() {
		OrganizationRolesClient roles = clients.create(OrganizationRolesClient.class);
		memberships().stream()
			.collect(Collectors.groupingBy(OrganizationMembership::organizationId))
			.forEach((organizationId, memberships) -> assertThat(roles.list(organizationId)).extracting(Role::name)
				.containsAll(memberships.stream()
					.flatMap((membership) -> membership.roles().stream())
					.map(RoleReference::name)
					.toList()));
		assertThat(memberships()).noneMatch((membership) -> membership.roles().isEmpty());
	}

	@Test
	void signInsAreByEnabledConnectionsOfTheOrganizationsOfUsers() {
		Map<String, ConnectionSummary> connections = connections().stream()
			.collect(Collectors.toMap(ConnectionSummary::id, (connection) -> connection));
		assertThat(requests).allSatisfy((request) -> {
			assertThat(user(request.email()).memberships()).extracting(OrganizationMembership::organizationId)
				.contains(request.organizationId());
			if (!request.connectionId().isEmpty()) {
				assertThat(connections).containsKey(request.connectionId());
				assertThat(connections.get(request.connectionId()).enabled()).isTrue();
				assertThat(connections.get(request.connectionId()).organizationId())
					.isEqualTo(request.organizationId());
			}
		});
	}

	@Test
	void nothingHappensBeforeItCan() {
		assertThat(requests)
			.allSatisfy((request) -> assertThat(user(request.email()).createTime()).isBefore(request.timestamp()));
		assertThat(memberships()).allSatisfy(
				(membership) -> assertThat(scalekit.organizations().get(membership.organizationId()).createTime())
					.isBefore(Instant.now()));
	}

	@Test
	void isTheSameEachTime() {
		try (ScalekitServer other = ScalekitServer.start()) {
			SampleOrganizations.addTo(other);
			World.addTo(other);
			assertThat(other.users().all().stream().map((user) -> user.email() + user.userProfile().name()))
				.containsExactlyElementsOf(scalekit.users()
					.all()
					.stream()
					.map((user) -> user.email() + user.userProfile().name())
					.toList());
			assertThat(other.organizations().all()).extracting(StoredOrganization::displayName)
				.isEqualTo(scalekit.organizations().all().stream().map(StoredOrganization::displayName).toList());
			assertThat(signIns(other)).isEqualTo(signIns(scalekit));
		}
	}

	private static List<String> signIns(ScalekitServer server) {
		Instant newest = server.authenticationLogs().all().get(0).timestamp();
		return server.authenticationLogs().all().stream().map((request) -> describe(request, newest)).toList();
	}

	private static String describe(StoredAuthenticationRequest request, Instant newest) {
		return "%s %s %s %s".formatted(Duration.between(request.timestamp(), newest), request.email(),
				request.connectionProvider(), request.status());
	}

	private static User user(String email) {
		return users.stream().filter((user) -> user.email().equals(email)).findFirst().orElseThrow();
	}

	private static List<OrganizationMembership> memberships() {
		return users.stream().flatMap((user) -> user.memberships().stream()).toList();
	}

	private static List<ConnectionSummary> connections() {
		return clients.create(ConnectionsClient.class).list(ConnectionQuery.any().withInactive());
	}

	private static String id(String organization) {
		return scalekit.organizations()
			.all()
			.stream()
			.filter((candidate) -> candidate.displayName().equals(organization))
			.map(StoredOrganization::id)
			.findFirst()
			.orElseThrow();
	}

}
