package com.example.console.environment;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.example.console.environment.World.Company;
import com.example.console.environment.World.ConnectionEntry;
import com.example.console.environment.World.DirectoryEntry;
import com.example.console.environment.World.Person;
import com.example.console.environment.World.RoleEntry;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.organizations.NewOrganization;
import com.scalekit.spring.test.organizations.StoredOrganization;

/**
 * Adds a world to the in-memory environment, the same each time, and as if it had grown
 * over the years.
 */
final class WorldBuilder {

	static final String OPERATOR = "Cloudloom";

	private static final int DAYS = 28;

	private static final int DEMO_PEOPLE = 5;

	private final ScalekitServer scalekit;

	private final PastClock clock;

	private final Map<String, String> organizationIds = new HashMap<>();

	private final Map<String, String> connectionIds = new HashMap<>();

	WorldBuilder(ScalekitServer scalekit, PastClock clock) {
		this.scalekit = scalekit;
		this.clock = clock;
	}

	static String organizationId(ScalekitServer scalekit, String name) {
		return scalekit.organizations()
			.all()
			.stream()
			.filter((organization) -> organization.displayName().equals(name))
			.map(StoredOrganization::id)
			.findFirst()
			.orElseThrow();
	}

	void add(World world) {
		SampleOrganizations.addTo(this.scalekit.organizations(), this.clock);
		this.scalekit.organizations().add(NewOrganization.named(OPERATOR).externalId("cloudloom"));
		this.scalekit.organizations()
			.all()
			.forEach((organization) -> this.organizationIds.put(organization.displayName(), organization.id()));
		world.permissions().forEach(this.scalekit.permissions()::add);
		world.roles().forEach((role) -> add(role, null));
		this.clock.goBack(Duration.ofDays(200));
		world.companies().forEach(this::add);
		Map<Person, String> userIds = new LinkedHashMap<>();
		world.people().forEach((person) -> userIds.put(person, add(person)));
		userIds.keySet().removeIf((person) -> person.memberOf().isEmpty());
		addSignIns(userIds);
		this.clock.goBack(Duration.ZERO);
	}

	private void add(RoleEntry entry, @Nullable String organizationId) {
		this.scalekit.roles().add(entry.name(), (role) -> {
			role.displayName(entry.displayName()).description(entry.description()).permissions(entry.permissions());
			Optional.ofNullable(organizationId).ifPresent(role::ofOrganization);
		});
	}

	private void add(Company company) {
		String id = organizationId(company.name());
		company.roles().forEach((role) -> add(role, id));
		company.domains().forEach((name, state) -> addDomain(id, name, state));
		company.connections().forEach((entry) -> addConnection(company, entry));
		company.apiClients()
			.forEach((name) -> this.scalekit.apiClients().addSecret(this.scalekit.apiClients().add(id, name)));
		if (company.directory() != null) {
			addDirectory(id, company.directory());
		}
	}

	private void addDomain(String organizationId, String name, String state) {
		String id = this.scalekit.domains().add(organizationId, name);
		switch (state) {
			case "verified" -> this.scalekit.domains().verify(id);
			case "failed" -> this.scalekit.domains().failVerification(id);
			default -> {
			}
		}
	}

	private void addConnection(Company company, ConnectionEntry entry) {
		String id = this.scalekit.connections().add(organizationId(company.name()), (connection) -> {
			connection.type(entry.type()).provider(entry.provider());
			switch (entry.state()) {
				case "disabled" -> connection.disabled();
				case "incomplete" -> connection.incomplete();
				default -> connection.domain(company.domains().keySet().iterator().next());
			}
		});
		if (entry.state().equals("enabled")) {
			this.connectionIds.put(company.name(), id);
		}
	}

	private void addDirectory(String organizationId, DirectoryEntry entry) {
		this.scalekit.directories().add(organizationId, (directory) -> {
			directory.provider(entry.provider());
			entry.users().forEach(directory::user);
		});
	}

	private String add(Person person) {
		this.clock.goBack(Duration.ofDays(person.daysAgo()));
		return this.scalekit.users().add(person.email(), (user) -> {
			user.name(person.givenName(), person.familyName());
			person.memberOf().forEach((name, roles) -> user.memberOf(organizationId(name), roles));
			person.invitedTo().forEach((name, roles) -> user.invitedTo(organizationId(name), roles));
		});
	}

	/**
	 * Let about half of the people sign in each day, one after the other. Some of them
	 * fail. Those of today are still there, but for the people to sign in as.
	 */
	private void addSignIns(Map<Person, String> members) {
		for (int day = DAYS; day >= 0; day--) {
			int number = 0;
			for (Map.Entry<Person, String> member : members.entrySet()) {
				number++;
				if ((number * 7 + day * 3) % 5 < 2) {
					this.clock.goBack(Duration.ofDays(day).plusMinutes(600 - number * 6L));
					boolean failed = (number + day) % 11 == 0;
					signIn(member.getKey(), member.getValue(), failed, day == 0 && number > DEMO_PEOPLE);
				}
			}
		}
	}

	private void signIn(Person person, String userId, boolean failed, boolean stays) {
		String company = person.memberOf().keySet().iterator().next();
		this.scalekit.authenticationLogs().add(person.email(), (request) -> {
			request.organization(organizationId(company)).status(failed ? "FAILED" : "SUCCESS");
			Optional.ofNullable(this.connectionIds.get(company))
				.map(this.scalekit.connections()::get)
				.ifPresent(
						(connection) -> request.connection(connection.id(), connection.type(), connection.provider()));
		});
		if (!failed) {
			this.scalekit.users().signedIn(userId);
			if (stays) {
				this.scalekit.sessions().add(userId, organizationId(company));
			}
		}
	}

	private String organizationId(String name) {
		return Optional.ofNullable(this.organizationIds.get(name)).orElseThrow();
	}

}
