package com.example.stories;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.memberships.MembershipsClient;
import com.scalekit.spring.client.memberships.ReactiveMembershipsClient;
import com.scalekit.spring.client.memberships.UserPermission;
import com.scalekit.spring.client.users.CreateUser;
import com.scalekit.spring.client.users.MembershipStatus;
import com.scalekit.spring.client.users.OrganizationMembership;
import com.scalekit.spring.client.users.ReactiveUsersClient;
import com.scalekit.spring.client.users.RoleReference;
import com.scalekit.spring.client.users.UpdateMembership;
import com.scalekit.spring.client.users.UpdateUser;
import com.scalekit.spring.client.users.UpdateUserProfile;
import com.scalekit.spring.client.users.User;
import com.scalekit.spring.client.users.UsersClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A user is invited, reminded, accepts, gets another role, and leaves.
 */
@SpringBootTest
@AutoConfigureScalekitServer
class UserStoryTests {

	private static final CreateUser ANN = CreateUser.withEmail("ann@acme.com")
		.withName("Ann", "Doe")
		.withExternalId("crm-1")
		.withRoles("viewer");

	@Autowired
	private ScalekitServer scalekit;

	private String acme;

	@BeforeEach
	void addOrganizationAndRoles() {
		this.acme = this.scalekit.organizations().add("Acme");
		this.scalekit.roles().add("viewer", (role) -> role.permissions("invoices:read"));
		this.scalekit.roles().add("editor", (role) -> role.extending("viewer").permissions("invoices:write"));
	}

	@Test
	void userComesAndGoes(@Autowired UsersClient users, @Autowired MembershipsClient memberships) {
		User ann = users.create(this.acme, ANN);
		assertThat(ann.memberships()).extracting(OrganizationMembership::membershipStatus)
			.containsExactly(MembershipStatus.PENDING_INVITE);
		assertThat(memberships.resendInvitation(this.acme, ann.id()).resentCount()).isEqualTo(1);

		this.scalekit.users().acceptInvitation(ann.id(), this.acme);
		assertThat(users.getByExternalId("crm-1").memberships()).singleElement().satisfies((membership) -> {
			assertThat(membership.membershipStatus()).isEqualTo(MembershipStatus.ACTIVE);
			assertThat(membership.permissions()).containsExactly("invoices:read");
		});

		memberships.update(this.acme, ann.id(), UpdateMembership.none().withRoles("editor"));
		assertThat(memberships.listRoles(this.acme, ann.id())).extracting(RoleReference::name)
			.containsExactly("editor", "viewer");
		assertThat(memberships.listPermissions(this.acme, ann.id())).extracting(UserPermission::name)
			.containsExactly("invoices:write", "invoices:read");

		users.update(ann.id(), UpdateUser.none().withProfile(UpdateUserProfile.none().withFamilyName("Roe")));
		assertThat(memberships.searchAllUsers(this.acme, "ANN@")).extracting((user) -> user.userProfile().familyName())
			.containsExactly("Roe");

		memberships.delete(this.acme, ann.id());
		assertThat(memberships.allUsers(this.acme)).isEmpty();
		assertThat(users.all()).isEmpty();
	}

	@Test
	void userComesAndGoesReactively(@Autowired ReactiveUsersClient users,
			@Autowired ReactiveMembershipsClient memberships) {
		String id = users.create(this.acme, ANN, false).map(User::id).block();
		assertThat(memberships.update(this.acme, id, UpdateMembership.none().withRoles("editor"))
			.thenMany(memberships.listPermissions(this.acme, id).flatMapIterable((permissions) -> permissions))
			.map(UserPermission::name)
			.collectList()
			.block()).containsExactly("invoices:write", "invoices:read");
		assertThat(memberships.allUsers(this.acme).map(User::email).collectList().block())
			.containsExactly("ann@acme.com");
		assertThat(users.delete(id).thenMany(users.all()).collectList().block()).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
