package com.example.console.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.organizations.NewOrganization;
import com.scalekit.spring.test.organizations.StoredOrganization;
import com.scalekit.spring.test.users.NewUser;
import com.scalekit.spring.test.users.StoredUser;

/**
 * What some organizations have, their people, and the sign-ins of four weeks.
 */
final class World {

	static final String OPERATOR = "cloudloom";

	private final ScalekitServer scalekit;

	private final Instant now = Instant.now();

	private final Map<String, String> organizationIds;

	private World(ScalekitServer scalekit) {
		this.scalekit = scalekit;
		this.organizationIds = scalekit.organizations()
			.all()
			.stream()
			.collect(Collectors.toMap(StoredOrganization::displayName, StoredOrganization::id));
	}

	static <T> T read(String file, Class<T> type) {
		return JsonMapper.shared()
			.readValue(Objects.requireNonNull(World.class.getResourceAsStream("/environment/" + file)), type);
	}

	static void addTo(ScalekitServer scalekit) {
		scalekit.organizations().add(NewOrganization.named("Cloudloom").externalId(OPERATOR));
		new World(scalekit).add(read("world.json", Data.class), read("sign-ins.json", SignIn[].class));
	}

	private void add(Data data, SignIn[] signIns) {
		data.permissions().forEach(this.scalekit.permissions()::add);
		data.roles().forEach((role) -> add(role, null));
		data.organizations().forEach((entry) -> at(Duration.ofDays(60), () -> add(entry, data.people())));
		data.people().forEach((person) -> at(Duration.ofDays(person.daysAgo()), () -> add(person)));
		for (SignIn signIn : signIns) {
			at(Duration.ofMinutes(signIn.minutesAgo()), () -> add(signIn));
		}
	}

	private void at(Duration ago, Runnable action) {
		this.scalekit.at(this.now.minus(ago), action);
	}

	private String id(String organization) {
		return Objects.requireNonNull(this.organizationIds.get(organization), organization);
	}

	private void add(Role entry, @Nullable String organizationId) {
		this.scalekit.roles().add(entry.name(), (role) -> {
			role.displayName(entry.displayName()).description(entry.description()).permissions(entry.permissions());
			if (organizationId != null) {
				role.ofOrganization(organizationId);
			}
		});
	}

	private void add(Organization entry, List<Person> people) {
		String id = id(entry.name());
		entry.roles().forEach((role) -> add(role, id));
		entry.domains().forEach((name, state) -> addDomain(id, name, state));
		entry.connections().forEach((link) -> addConnection(id, link));
		entry.apiClients()
			.forEach((name) -> this.scalekit.apiClients().addSecret(this.scalekit.apiClients().add(id, name)));
		if (entry.directory() != null) {
			addDirectory(id, entry.directory(),
					people.stream()
						.filter((person) -> person.isIn(entry.name()) && person.groups().length > 0)
						.toList());
		}
	}

	private void addDomain(String organizationId, String name, String state) {
		String id = this.scalekit.domains().add(organizationId, name);
		if (state.equals("verified")) {
			this.scalekit.domains().verify(id);
		}
		else if (state.equals("failed")) {
			this.scalekit.domains().failVerification(id);
		}
	}

	private void addConnection(String organizationId, Link link) {
		this.scalekit.connections().add(organizationId, (connection) -> {
			connection.type(link.type()).provider(link.provider());
			switch (link.state()) {
				case "disabled" -> connection.disabled();
				case "incomplete" -> connection.incomplete();
				default -> connection.domain(link.domain());
			}
		});
	}

	private void addDirectory(String organizationId, Link link, List<Person> people) {
		this.scalekit.directories().add(organizationId, (directory) -> {
			directory.type(link.type()).provider(link.provider());
			if (link.state().equals("disabled")) {
				directory.disabled();
			}
			people.forEach((person) -> directory.person(person.email(), person.givenName(), person.familyName(),
					person.groups()));
		});
	}

	private void add(Person person) {
		this.scalekit.users().add(person.email(), (user) -> {
			user.name(person.givenName(), person.familyName());
			person.memberships().forEach((membership) -> add(user, membership));
			if (!person.listed()) {
				user.unlisted();
			}
		});
	}

	private void add(NewUser user, Membership membership) {
		String id = id(membership.organization());
		switch (membership.state()) {
			case "invited" -> user.invitedTo(id, membership.roles());
			case "inactive" -> user.inactiveIn(id, membership.roles());
			default -> user.memberOf(id, membership.roles());
		}
	}

	private void add(SignIn signIn) {
		StoredUser user = this.scalekit.users().findByEmail(signIn.email()).orElseThrow();
		String organizationId = user.memberships().get(0).organizationId();
		this.scalekit.authenticationLogs().add(user.email(), (request) -> {
			request.organization(organizationId).status(signIn.status());
			this.scalekit.connections()
				.all()
				.stream()
				.filter((connection) -> connection.organizationId().equals(organizationId)
						&& connection.provider().equals(signIn.provider()))
				.forEach((connection) -> request.connection(connection.id(), connection.type(), connection.provider()));
		});
		if (signIn.status().equals("SUCCESS")) {
			this.scalekit.users().signedIn(user.id());
		}
		if (signIn.session() != null) {
			add(signIn.session(), user.id(), organizationId);
		}
	}

	private void add(Session entry, String userId, String organizationId) {
		String[] device = entry.device();
		String[] place = entry.place();
		String id = this.scalekit.sessions()
			.add(userId, organizationId,
					(session) -> session.device(device[0], device[1], device[2]).from(place[0], place[1], place[2]));
		if (entry.end().equals("signed out")) {
			this.scalekit.sessions().signOut(id);
		}
		else if (entry.end().equals("ended")) {
			this.scalekit.sessions().end(id);
		}
	}

	record Data(Map<String, String> permissions, List<Role> roles, List<Organization> organizations,
			List<Person> people) {
	}

	record Role(String name, String displayName, String description, String[] permissions) {
	}

	record Organization(String name, Map<String, String> domains, List<Link> connections, List<Role> roles,
			List<String> apiClients, @Nullable Link directory) {
	}

	record Link(String type, String provider, String state, String domain) {
	}

	record Person(String email, String givenName, String familyName, int daysAgo, List<Membership> memberships,
			boolean listed, String[] groups) {

		boolean isIn(String organization) {
			return this.memberships.get(0).organization().equals(organization);
		}

	}

	record Membership(String organization, String state, String[] roles) {
	}

	@JsonFormat(shape = JsonFormat.Shape.ARRAY)
	record SignIn(int minutesAgo, String email, String provider, String status, @Nullable Session session) {
	}

	record Session(String[] device, String[] place, String end) {
	}

}
