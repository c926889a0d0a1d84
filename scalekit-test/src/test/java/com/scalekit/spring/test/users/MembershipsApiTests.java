package com.scalekit.spring.test.users;

import java.time.Duration;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MembershipsApiTests {

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final TestClient client = TestClient.authorized(this.server);

	private final String acme = this.server.organizations().add("Acme");

	private final String other = this.server.organizations().add("Other");

	private final String ann = this.server.users()
		.add("ann@acme.com", (user) -> user.externalId("crm-1").memberOf(this.other));

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "users/%s", "users:external/crm-1" })
	void membershipIsCreatedChangedAndDeleted(String user) {
		String path = "/api/v1/memberships/organizations/" + this.acme + "/" + user.formatted(this.ann);
		JsonNode created = this.client.post(path + "?send_invitation_email=false", """
				{ "roles": [ { "name": "admin" } ], "metadata": { "desk": "12" } }""").json();
		assertThat(created.at("/user/memberships/1/organization_id").stringValue()).isEqualTo(this.acme);
		assertThat(membership().membershipStatus()).isEqualTo("ACTIVE");
		ResponseAssert.assertThat(this.client.post(path, "{}")).isError(409, 6, "ALREADY_EXISTS");
		this.client.patch(path, "{\"roles\":[{\"name\":\"member\"}]}");
		assertThat(membership().roleNames()).containsExactly("member");
		assertThat(membership().metadata()).containsEntry("desk", "12");
		assertThat(this.client.delete(path).status()).isEqualTo(200);
		assertThat(this.server.users().get(this.ann).memberships()).hasSize(1);
		ResponseAssert.assertThat(this.client.delete(path)).isError(404, 5, "RESOURCE_NOT_FOUND");
		ResponseAssert.assertThat(this.client.patch(path, "{}")).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void inactiveMemberIsNotInvitedAndCannotSignIn() {
		String bob = this.server.users().add("bob@acme.com", (user) -> user.inactiveIn(this.acme, "admin"));
		JsonNode membership = this.client.get("/api/v1/users/" + bob).json().at("/user/memberships/0");
		assertThat(membership.get("membership_status").stringValue()).isEqualTo("INACTIVE");
		assertThat(membership.at("/roles/0/name").stringValue()).isEqualTo("admin");
		assertThat(this.server.users().get(bob).memberships()).singleElement().satisfies((stored) -> {
			assertThat(stored.isOpen()).isFalse();
			assertThat(stored.isInvitation()).isFalse();
		});
	}

	@Test
	void memberWithoutRolesHasTheDefaultOne() {
		this.client.post(path(), "{}");
		assertThat(membership().roleNames()).containsExactly("member");
	}

	@Test
	void memberHasKnownRolesOnly() {
		ResponseAssert.assertThat(this.client.post(path(), "{\"roles\":[{\"name\":\"nobody\"}]}"))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
		this.server.roles().add("editor", (role) -> role.ofOrganization(this.other));
		ResponseAssert.assertThat(this.client.post(path(), "{\"roles\":[{\"name\":\"editor\"}]}"))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void lastMembershipTakesTheUserWithIt() {
		String path = "/api/v1/memberships/organizations/" + this.other + "/users/" + this.ann;
		assertThat(this.client.delete(path + "?cascade=false").status()).isEqualTo(200);
		assertThat(this.server.users().get(this.ann).memberships()).isEmpty();
		this.client.post(path, "{}");
		assertThat(this.client.delete(path).status()).isEqualTo(200);
		assertThat(this.server.users().count()).isZero();
	}

	@Test
	void membershipsAreDeletedWithTheOrganization() {
		this.client.post(path(), "{}");
		this.client.delete("/api/v1/organizations/" + this.other);
		assertThat(this.server.users().get(this.ann).memberships()).extracting(StoredMembership::organizationId)
			.containsExactly(this.acme);
	}

	@Test
	void invitationIsAccepted() {
		this.client.post(path(), "{\"inviter_email\":\"bob@acme.com\"}");
		assertThat(membership()).satisfies((invitation) -> {
			assertThat(invitation.membershipStatus()).isEqualTo("PENDING_INVITE");
			assertThat(invitation.inviterEmail()).isEqualTo("bob@acme.com");
			assertThat(invitation.joinTime()).isNull();
		});
		this.server.users().acceptInvitation(this.ann, this.acme);
		assertThat(membership()).satisfies((membership) -> {
			assertThat(membership.membershipStatus()).isEqualTo("ACTIVE");
			assertThat(membership.acceptedAt()).isEqualTo(membership.joinTime()).isNotNull();
		});
		assertThat(this.server.users().get(this.ann).userProfile().emailVerified()).isTrue();
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> this.server.users().acceptInvitation(this.ann, this.acme));
		ResponseAssert.assertThat(this.client.patch(resendPath(), "{}")).isError(400, 9, "FAILED_PRECONDITION");
	}

	@Test
	void invitationExpiresAndIsReplacedWhenItIsSentAgain() {
		this.client.post(path(), "{}");
		JsonNode reminder = this.client.patch(resendPath(), "{}").json().get("invite");
		assertThat(reminder.get("resent_count").intValue()).isEqualTo(1);
		assertThat(reminder.get("status").stringValue()).isEqualTo("pending_invite");
		assertThat(reminder.get("created_at")).isEqualTo(reminder.get("resent_at"));
		this.clock.advance(Duration.ofDays(30));
		assertThat(membership().membershipStatus()).isEqualTo("INVITE_EXPIRED");
		assertThatIllegalStateException().isThrownBy(() -> this.server.users().acceptInvitation(this.ann, this.acme));
		JsonNode replaced = TestClient.authorized(this.server).patch(resendPath(), "{}").json().get("invite");
		assertThat(replaced.get("resent_count").intValue()).isEqualTo(2);
		assertThat(replaced.get("expires_at")).isNotEqualTo(reminder.get("expires_at"));
		assertThat(membership().membershipStatus()).isEqualTo("PENDING_INVITE");
	}

	@Test
	void invitationThatDoesNotExistIsNotSentAgain() {
		ResponseAssert.assertThat(this.client.patch(resendPath(), "{}")).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void membersAreListedAndSearched() {
		this.server.users().add("bob@acme.com", (user) -> user.memberOf(this.acme));
		String users = "/api/v1/organizations/" + this.acme + "/users";
		assertThat(this.client.get(users).json().get("users")).hasSize(1);
		assertThat(this.client.get(users + ":search?query=acme.com").json().get("users")).hasSize(1);
		assertThat(this.client.get(users + ":search?query=ann@").json().get("users")).isEmpty();
		ResponseAssert.assertThat(this.client.get("/api/v1/organizations/org_1/users"))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void rolesAndPermissionsAreInherited() {
		this.server.roles().add("viewer", (role) -> role.permissions("posts:read"));
		this.server.roles()
			.add("editor", (role) -> role.ofOrganization(this.acme).extending("viewer").permissions("posts:write"));
		String bob = this.server.users().add("bob@acme.com", (user) -> user.memberOf(this.acme, "editor"));
		String path = "/api/v1/organizations/" + this.acme + "/users/" + bob;
		assertThat(this.client.get(path + "/roles").json().get("roles"))
			.extracting((role) -> role.get("name").stringValue())
			.containsExactly("editor", "viewer");
		assertThat(this.client.get(path + "/permissions").json().get("permissions"))
			.extracting((permission) -> permission.get("name").stringValue())
			.containsExactly("posts:write", "posts:read");
		assertThat(this.server.users().get(bob).memberships().get(0).permissions()).containsExactly("posts:write",
				"posts:read");
		ResponseAssert.assertThat(this.client.get("/api/v1/organizations/" + this.other + "/users/" + bob + "/roles"))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	private StoredMembership membership() {
		return this.server.users().get(this.ann).membership(this.acme).orElseThrow();
	}

	private String path() {
		return "/api/v1/memberships/organizations/" + this.acme + "/users/" + this.ann;
	}

	private String resendPath() {
		return "/api/v1/invites/organizations/" + this.acme + "/users/" + this.ann + "/resend";
	}

}
