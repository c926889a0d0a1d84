package com.scalekit.spring.test.users;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.organizations.Organizations;
import com.scalekit.spring.test.permissions.StoredPermission;
import com.scalekit.spring.test.roles.RoleHolders;
import com.scalekit.spring.test.roles.Roles;
import com.scalekit.spring.test.roles.StoredRole;
import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.PageRequest.Page;
import com.scalekit.spring.test.server.RequestRules;
import com.scalekit.spring.test.server.Store;
import com.scalekit.spring.test.users.StoredMembership.Role;
import com.scalekit.spring.test.users.StoredUser.Profile;

/**
 * The users of a {@code ScalekitServer}, and their memberships in organizations.
 * Invitations expire after 30 days.
 */
public final class Users {

	private static final Duration INVITATION_LIFETIME = Duration.ofDays(30);

	private final EnvironmentState state;

	private final Organizations organizations;

	private final Roles roles;

	private final Store<StoredUser> store;

	private final Store<StoredUser>.UniqueField email;

	private final Store<StoredUser>.UniqueField externalId;

	private int numbered;

	private @Nullable SignIn signIn;

	Users(EnvironmentState state, Organizations organizations, Roles roles) {
		this.state = state;
		this.organizations = organizations;
		this.roles = roles;
		this.store = new Store<>(state, "user", StoredUser::id);
		this.email = this.store.uniqueField("email", (user) -> lowerCase(user.email()));
		this.externalId = this.store.uniqueField("external_id", StoredUser::externalId);
		state.onDelete("organization", this::removeMembers);
		state.describeBy("user", (id) -> describe(get(id)));
		roles.heldBy(new Holders());
	}

	private static String lowerCase(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	/**
	 * Add a user who is no member of an organization. <pre class="code">
	 * String id = server.users().add("ann@acme.com");
	 * </pre>
	 * @param email the e-mail address, unique among all users
	 * @return the id of the user
	 * @throws IllegalArgumentException if the service would refuse the user
	 */
	public String add(String email) {
		return add(email, (user) -> {
		});
	}

	/**
	 * Add a user with all that it may have. <pre class="code">
	 * server.users().add("ann@acme.com", (user) -> user.name("Ann", "Doe").memberOf(organizationId, "admin"));
	 * </pre>
	 * @param email the e-mail address, unique among all users
	 * @param details sets the details
	 * @return the id of the user
	 * @throws IllegalArgumentException if the service would refuse the user
	 */
	public String add(String email, Consumer<NewUser> details) {
		NewUser user = new NewUser(email);
		details.accept(user);
		synchronized (this.state) {
			try {
				RequestRules.verifyBody("CreateUserAndMembership", user.toBody());
				StoredUser created = Json.with(newUser(user.toBody()), Map.of("listed", user.isListed()));
				for (NewUser.Membership membership : user.memberships()) {
					created = withMembership(created,
							newMembership(membership.organizationId(), membership.body(), membership.status()));
				}
				this.store.add(created);
				publishJoined(created);
				return created.id();
			}
			catch (ApiException ex) {
				throw new IllegalArgumentException(ex.getMessage(), ex);
			}
		}
	}

	/**
	 * Add members of an organization that differ in their numbers, counted from 1 since
	 * the server started or was reset: {@code user-1@example.com}, and so on.
	 * @param count the number of users
	 * @param organizationId the id of the organization
	 * @return the ids of the users
	 * @throws IllegalArgumentException if there is no such organization
	 */
	public List<String> addMany(int count, String organizationId) {
		synchronized (this.state) {
			List<String> ids = new ArrayList<>(count);
			for (int i = 0; i < count; i++) {
				this.numbered++;
				ids.add(add("user-%d@example.com".formatted(this.numbered), (user) -> user.memberOf(organizationId)));
			}
			return ids;
		}
	}

	/**
	 * Give a member other roles, as if an administrator did. They are in the next access
	 * token. <pre class="code">
	 * server.users().setRoles(id, organizationId, "admin");
	 * </pre>
	 * @param id the id of the user
	 * @param organizationId the id of the organization
	 * @param roles the names of the roles
	 * @throws NoSuchElementException if there is no such user
	 * @throws IllegalArgumentException if the user is no member of the organization, or
	 * there is no such role
	 */
	public void setRoles(String id, String organizationId, String... roles) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		ArrayNode references = body.putArray("roles");
		Arrays.stream(roles).forEach((role) -> references.addObject().put("name", role));
		synchronized (this.state) {
			try {
				updateMembership(get(id), organizationId, body);
			}
			catch (ApiException ex) {
				throw new IllegalArgumentException(ex.getMessage(), ex);
			}
		}
	}

	/**
	 * Accept an invitation, as the user would by following the link in the e-mail.
	 * <pre class="code">
	 * server.users().acceptInvitation(id, organizationId);
	 * </pre>
	 * @param id the id of the user
	 * @param organizationId the id of the organization
	 * @throws NoSuchElementException if there is no such user, or no invitation to the
	 * organization
	 * @throws IllegalStateException if the invitation has expired
	 */
	public void acceptInvitation(String id, String organizationId) {
		synchronized (this.state) {
			StoredMembership invitation = get(id).membership(organizationId)
				.filter(StoredMembership::isInvitation)
				.orElseThrow(() -> new NoSuchElementException(
						"User '%s' is not invited to organization '%s'".formatted(id, organizationId)));
			if (invitation.membershipStatus().equals(StoredMembership.INVITE_EXPIRED)) {
				throw new IllegalStateException(
						"The invitation of user '%s' to organization '%s' has expired".formatted(id, organizationId));
			}
			Instant now = this.state.timestamp();
			updateMembership(id, organizationId, (membership) -> Json.with(membership,
					Map.of("membership_status", StoredMembership.ACTIVE, "accepted_at", now, "join_time", now)));
			this.store.update(id, (user) -> Json.with(user, Map.of("last_login_time", now, "user_profile",
					Json.with(user.userProfile(), Map.of("email_verified", true)))));
			publish("user.organization_membership_created", id, organizationId);
		}
	}

	/**
	 * Let a user sign in without a page whenever the application under test starts a
	 * login from now on, until {@link #showLoginPage()}. The user signs in to the
	 * organization that the application asks for, or else to the first one. An invitation
	 * is accepted by that. <pre class="code">
	 * server.users().signIn("ann@acme.com");
	 * </pre>
	 * @param email the e-mail address of the user
	 * @throws NoSuchElementException if there is no such user
	 */
	public void signIn(String email) {
		synchronized (this.state) {
			this.signIn = new SignIn(requireByEmail(email).id(), null, null, null);
		}
	}

	/**
	 * Let a user sign in to an organization without a page, unless the application asks
	 * for another organization.
	 * @param email the e-mail address of the user
	 * @param organizationId the id of the organization
	 * @throws NoSuchElementException if there is no such user, or it is no member of the
	 * organization
	 */
	public void signIn(String email, String organizationId) {
		synchronized (this.state) {
			StoredUser user = requireByEmail(email);
			if (!user.isMemberOf(organizationId)) {
				throw new NoSuchElementException(
						"User '%s' is no member of organization '%s'".formatted(email, organizationId));
			}
			this.signIn = new SignIn(user.id(), organizationId, null, null);
		}
	}

	private StoredUser requireByEmail(String email) {
		return findByEmail(email)
			.orElseThrow(() -> new NoSuchElementException("There is no user '%s'".formatted(email)));
	}

	/**
	 * Let all logins fail from now on, until {@link #showLoginPage()} or
	 * {@link #signIn(String)}. <pre class="code">
	 * server.users().failSignIn("access_denied", "The user has cancelled the login");
	 * </pre>
	 * @param error the error that the application under test gets
	 * @param description the description of the error
	 */
	public void failSignIn(String error, String description) {
		synchronized (this.state) {
			this.signIn = new SignIn(null, null, error, description);
		}
	}

	/**
	 * Show a page on which a person chooses who signs in, as at first.
	 */
	public void showLoginPage() {
		synchronized (this.state) {
			this.signIn = null;
		}
	}

	/**
	 * Return what happens to logins.
	 * @return what happens instead of showing a page, or nothing
	 */
	public Optional<SignIn> nextSignIn() {
		synchronized (this.state) {
			return Optional.ofNullable(this.signIn);
		}
	}

	/**
	 * Remember that a user has signed in now.
	 * @param id the id of the user
	 */
	public void signedIn(String id) {
		synchronized (this.state) {
			this.store.update(id, (user) -> Json.with(user, Map.of("last_login_time", this.state.timestamp())));
		}
	}

	/**
	 * Return how many users there are.
	 * @return the number of users
	 */
	public int count() {
		return this.store.count();
	}

	/**
	 * Return all users as they are now, in the order in which they were created.
	 * @return the users
	 */
	public List<StoredUser> all() {
		synchronized (this.state) {
			return this.store.all().stream().map(this::current).toList();
		}
	}

	/**
	 * Return a user as it is now. <pre class="code">
	 * assertThat(server.users().get(id).membership(organizationId)).isPresent();
	 * </pre>
	 * @param id the id of the user
	 * @return the user
	 * @throws NoSuchElementException if there is no such user
	 */
	public StoredUser get(String id) {
		return find(id).orElseThrow(() -> new NoSuchElementException("There is no user '%s'".formatted(id)));
	}

	/**
	 * Return a user as it is now.
	 * @param id the id of the user
	 * @return the user, if there is one
	 */
	public Optional<StoredUser> find(String id) {
		synchronized (this.state) {
			return this.store.find(id).map(this::current);
		}
	}

	/**
	 * Return the user with an e-mail address, as it is now.
	 * @param email the e-mail address
	 * @return the user, if there is one
	 */
	public Optional<StoredUser> findByEmail(String email) {
		synchronized (this.state) {
			return this.email.find(lowerCase(email)).map(this::current);
		}
	}

	StoredUser require(String id) {
		return current(this.store.get(id));
	}

	StoredUser requireByExternalId(String externalId) {
		return current(this.externalId.get(externalId));
	}

	Page<StoredUser> list(PageRequest page, Predicate<StoredUser> condition) {
		return this.store.list(page, condition).map(this::current);
	}

	Page<StoredUser> listMembers(String organizationId, PageRequest page, Predicate<StoredUser> condition) {
		this.state.require("organization", organizationId);
		return list(page, condition.and((user) -> user.isMemberOf(organizationId)));
	}

	static Predicate<StoredUser> matching(String query) {
		String text = lowerCase(query);
		return (user) -> lowerCase(user.email()).contains(text) || user.id().contains(text)
				|| (user.externalId() != null && lowerCase(user.externalId()).contains(text));
	}

	StoredUser create(String organizationId, ObjectNode body, boolean invite) {
		StoredUser user = withMembership(newUser(body),
				newMembership(organizationId, body.withObject("/membership"), status(invite)));
		this.store.add(user);
		publishJoined(user);
		return current(user);
	}

	private void publishJoined(StoredUser user) {
		user.memberships().forEach((membership) -> publishJoined(user.id(), membership));
	}

	/**
	 * Who is invited becomes a member when the invitation is accepted. When the service
	 * announces that is not documented.
	 */
	private void publishJoined(String userId, StoredMembership membership) {
		publish((membership.isInvitation()) ? "user.organization_invitation" : "user.organization_membership_created",
				userId, membership.organizationId());
	}

	private void publish(String type, String userId, String organizationId) {
		this.state.publish(type, organizationId, () -> describe(get(userId), organizationId));
	}

	private Map<String, ObjectNode> describe(StoredUser user, String organizationId) {
		return Map.of("organization", this.state.describe("organization", organizationId), "user", describe(user));
	}

	private static ObjectNode describe(StoredUser user) {
		return Json.select(user, "id", "email", "external_id", "create_time", "update_time", "last_login_time",
				"metadata", "user_profile");
	}

	private StoredUser newUser(ObjectNode body) {
		Instant now = this.state.timestamp();
		return Json.merge(new StoredUser(this.state.nextId("usr_"), "", null, Profile.empty(this.state.nextId("usp_")),
				Map.of(), List.of(), now, now, null, true), body);
	}

	/**
	 * Update a user. Metadata is replaced as a whole: whether the service does so or
	 * merges is not documented.
	 */
	StoredUser update(StoredUser user, UnaryOperator<StoredUser> change) {
		return current(this.store.update(user.id(),
				(current) -> Json.with(change.apply(current), Map.of("update_time", this.state.timestamp()))));
	}

	/**
	 * Delete a user. Events tell of users by their memberships only.
	 */
	void delete(StoredUser user) {
		this.store.delete(user.id());
		user.memberships()
			.forEach((membership) -> this.state.publish("user.organization_membership_deleted",
					membership.organizationId(), () -> describe(user, membership.organizationId())));
	}

	StoredUser addMembership(StoredUser user, String organizationId, ObjectNode body, boolean invite) {
		StoredMembership membership = newMembership(organizationId, body, status(invite));
		StoredUser updated = update(user, (current) -> withMembership(current, membership));
		publishJoined(user.id(), membership);
		return updated;
	}

	private static String status(boolean invite) {
		return (invite) ? StoredMembership.PENDING_INVITE : StoredMembership.ACTIVE;
	}

	/**
	 * Without roles, the user has the default one: what the service does is not
	 * documented.
	 */
	private StoredMembership newMembership(String organizationId, ObjectNode body, String status) {
		this.state.require("organization", organizationId);
		Instant now = this.state.timestamp();
		StoredMembership membership = Json.merge((status.equals(StoredMembership.PENDING_INVITE))
				? StoredMembership.invited(organizationId, now, now.plus(INVITATION_LIFETIME))
				: StoredMembership.joined(organizationId, status, now), body);
		return verified((!membership.roles().isEmpty()) ? membership
				: withRoles(membership, List.of(this.roles.defaultMember(organizationId))));
	}

	private StoredMembership verified(StoredMembership membership) {
		for (Role role : membership.roles()) {
			if (role.name() == null || this.roles.find(membership.organizationId(), role.name()).isEmpty()) {
				throw ApiException.resourceNotFound("role not found");
			}
		}
		return withRoles(membership, membership.roleNames());
	}

	private static StoredMembership withRoles(StoredMembership membership, List<String> names) {
		return Json.with(membership,
				Map.of("roles", names.stream().distinct().map((name) -> new Role(null, name, null)).toList()));
	}

	private static StoredUser withMembership(StoredUser user, StoredMembership membership) {
		if (user.isMemberOf(membership.organizationId())) {
			throw ApiException.alreadyExists("membership already exists");
		}
		List<StoredMembership> memberships = new ArrayList<>(user.memberships());
		memberships.add(membership);
		return Json.with(user, Map.of("memberships", List.copyOf(memberships)));
	}

	StoredUser updateMembership(StoredUser user, String organizationId, ObjectNode body) {
		requireMembership(user, organizationId);
		updateMembership(user.id(), organizationId, (membership) -> verified(Json.merge(membership, body)));
		publish("user.organization_membership_updated", user.id(), organizationId);
		return require(user.id());
	}

	private void updateMembership(String id, String organizationId, UnaryOperator<StoredMembership> change) {
		this.store.update(id,
				(user) -> Json.with(user,
						Map.of("memberships",
								user.memberships()
									.stream()
									.map((membership) -> (membership.organizationId().equals(organizationId))
											? change.apply(membership) : membership)
									.toList(),
								"update_time", this.state.timestamp())));
	}

	/**
	 * Delete a membership. That the last one takes the user with it unless told otherwise
	 * is what the definition of the API says, not its documentation.
	 */
	void deleteMembership(StoredUser user, String organizationId, boolean cascade) {
		requireMembership(user, organizationId);
		if (cascade && user.memberships().size() == 1) {
			delete(user);
		}
		else {
			removeMembership(user, organizationId);
			publish("user.organization_membership_deleted", user.id(), organizationId);
		}
	}

	private void removeMembership(StoredUser user, String organizationId) {
		update(user,
				(current) -> Json.with(current,
						Map.of("memberships",
								current.memberships()
									.stream()
									.filter((membership) -> !membership.organizationId().equals(organizationId))
									.toList())));
	}

	private void removeMembers(String organizationId) {
		this.store.all()
			.stream()
			.filter((user) -> user.isMemberOf(organizationId))
			.forEach((user) -> removeMembership(user, organizationId));
	}

	StoredMembership requireMembership(StoredUser user, String organizationId) {
		this.state.require("organization", organizationId);
		return user.membership(organizationId).orElseThrow(() -> ApiException.resourceNotFound("membership not found"));
	}

	/**
	 * Send an invitation again. One that has expired is replaced by a new one.
	 */
	StoredMembership resendInvitation(StoredUser user, String organizationId) {
		StoredMembership invitation = requireMembership(user, organizationId);
		if (!invitation.isInvitation()) {
			throw ApiException.failedPrecondition("the invitation is accepted already");
		}
		Instant now = this.state.timestamp();
		Map<String, Object> changes = new LinkedHashMap<>();
		changes.put("resent_at", now);
		changes.put("resent_count", invitation.resentCount() + 1);
		if (invitation.membershipStatus().equals(StoredMembership.INVITE_EXPIRED)) {
			changes.put("created_at", now);
			changes.put("expires_at", now.plus(INVITATION_LIFETIME));
		}
		updateMembership(user.id(), organizationId, (membership) -> Json.with(membership, changes));
		publish("user.organization_invitation", user.id(), organizationId);
		return requireMembership(require(user.id()), organizationId);
	}

	/**
	 * Return the roles that a member was given, with those that they extend.
	 */
	List<StoredRole> roles(StoredMembership membership) {
		return membership.roleNames()
			.stream()
			.flatMap((name) -> this.roles.find(membership.organizationId(), name).stream())
			.flatMap((role) -> this.roles.lineage(role).stream())
			.distinct()
			.toList();
	}

	List<StoredPermission> permissions(StoredMembership membership) {
		return membership.roleNames()
			.stream()
			.flatMap((name) -> this.roles.find(membership.organizationId(), name).stream())
			.flatMap((role) -> this.roles.effectivePermissions(role).keySet().stream())
			.distinct()
			.toList();
	}

	/**
	 * Return a user with what others know: the names of organizations, the roles, and the
	 * clock.
	 */
	private StoredUser current(StoredUser user) {
		return Json.with(user, Map.of("memberships", user.memberships().stream().map(this::current).toList()));
	}

	private StoredMembership current(StoredMembership membership) {
		Map<String, Object> members = new LinkedHashMap<>();
		String name = this.organizations.get(membership.organizationId()).displayName();
		members.put("name", name);
		members.put("display_name", name);
		members.put("roles",
				membership.roleNames()
					.stream()
					.flatMap((role) -> this.roles.find(membership.organizationId(), role).stream())
					.map((role) -> new Role(role.id(), role.name(), role.displayName()))
					.toList());
		members.put("permissions", permissions(membership).stream().map(StoredPermission::name).toList());
		if (membership.isInvitation()) {
			members.put("membership_status", (this.state.now().isBefore(membership.expiresAt()))
					? StoredMembership.PENDING_INVITE : StoredMembership.INVITE_EXPIRED);
		}
		return Json.with(membership, members);
	}

	void clear() {
		synchronized (this.state) {
			this.store.clear();
			this.numbered = 0;
			this.signIn = null;
		}
	}

	private final class Holders implements RoleHolders {

		@Override
		public long count(String name, @Nullable String organizationId) {
			return Users.this.store.all()
				.stream()
				.filter((user) -> user.memberships()
					.stream()
					.anyMatch((membership) -> has(membership, name, organizationId)))
				.count();
		}

		@Override
		public void reassign(String name, @Nullable String organizationId, String replacement) {
			for (StoredUser user : Users.this.store.all()) {
				user.memberships()
					.stream()
					.filter((membership) -> has(membership, name, organizationId))
					.forEach((membership) -> replace(user.id(), membership.organizationId(), name, replacement));
			}
		}

		private void replace(String userId, String organizationId, String name, String replacement) {
			updateMembership(userId, organizationId, (membership) -> withRoles(membership,
					membership.roleNames().stream().map((role) -> (role.equals(name)) ? replacement : role).toList()));
			publish("user.organization_membership_updated", userId, organizationId);
		}

		private boolean has(StoredMembership membership, String name, @Nullable String organizationId) {
			return (organizationId == null || organizationId.equals(membership.organizationId()))
					&& membership.roleNames().contains(name);
		}

	}

}
