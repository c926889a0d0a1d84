package com.example.stories;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.permissions.CreatePermission;
import com.scalekit.spring.client.permissions.Permission;
import com.scalekit.spring.client.permissions.PermissionsClient;
import com.scalekit.spring.client.permissions.ReactivePermissionsClient;
import com.scalekit.spring.client.roles.CreateOrganizationRole;
import com.scalekit.spring.client.roles.CreateRole;
import com.scalekit.spring.client.roles.IncludedPermissions;
import com.scalekit.spring.client.roles.OrganizationRolesClient;
import com.scalekit.spring.client.roles.ReactiveOrganizationRolesClient;
import com.scalekit.spring.client.roles.ReactiveRolesClient;
import com.scalekit.spring.client.roles.Role;
import com.scalekit.spring.client.roles.RolePermission;
import com.scalekit.spring.client.roles.RolesClient;
import com.scalekit.spring.client.roles.UpdateDefaultRoles;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Permissions make roles, an organization adds a role of its own, and a role is replaced
 * by another one.
 */
@SpringBootTest
@AutoConfigureScalekitServer
class RoleStoryTests {

	@Autowired
	private ScalekitServer scalekit;

	private String acme;

	@BeforeEach
	void addOrganization() {
		this.acme = this.scalekit.organizations().add("Acme");
	}

	@Test
	void rolesAreMadeOfPermissions(@Autowired PermissionsClient permissions, @Autowired RolesClient roles,
			@Autowired OrganizationRolesClient organizationRoles) {
		permissions.create(CreatePermission.named("invoices:read"));
		permissions.create(CreatePermission.named("invoices:write").withDescription("Write invoices"));
		roles.create(CreateRole.named("viewer", "Viewer").withPermissions(List.of("invoices:read")));
		roles.create(CreateRole.named("editor", "Editor").withExtends("viewer"));
		roles.addPermissions("editor", "invoices:write");
		assertThat(roles.listEffectivePermissions("editor")).extracting(Permission::name)
			.containsExactly("invoices:write", "invoices:read");

		organizationRoles.create(this.acme,
				CreateOrganizationRole.named("accountant", "Accountant").withExtends("editor"));
		assertThat(organizationRoles.get(this.acme, "accountant", IncludedPermissions.EFFECTIVE).permissions())
			.extracting(RolePermission::name)
			.containsExactly("invoices:write", "invoices:read");
		assertThat(organizationRoles.updateDefaultMember(this.acme, "accountant").defaultMember()).isTrue();
		roles.updateDefaults(UpdateDefaultRoles.none().withMemberRole("viewer"));

		this.scalekit.users().add("ann@acme.com", (user) -> user.memberOf(this.acme, "editor"));
		assertThat(roles.countUsers("editor")).isEqualTo(1);
		assertThatExceptionOfType(ScalekitApiException.BadRequest.class).isThrownBy(() -> roles.delete("editor"));
		roles.delete("editor", "viewer");
		assertThat(roles.countUsers("viewer")).isEqualTo(1);
		assertThat(roles.listDependents("viewer")).extracting(Role::name).containsExactly("accountant");
	}

	@Test
	void rolesAreMadeOfPermissionsReactively(@Autowired ReactivePermissionsClient permissions,
			@Autowired ReactiveRolesClient roles, @Autowired ReactiveOrganizationRolesClient organizationRoles) {
		Mono<Role> accountant = permissions.create(CreatePermission.named("invoices:read"))
			.then(roles.create(CreateRole.named("viewer", "Viewer").withPermissions(List.of("invoices:read"))))
			.then(organizationRoles.create(this.acme,
					CreateOrganizationRole.named("accountant", "Accountant").withExtends("viewer")));
		assertThat(accountant.map(Role::orgRole).block()).isTrue();
		assertThat(
				organizationRoles.list(this.acme).flatMapIterable((all) -> all).map(Role::name).collectList().block())
			.containsExactly("admin", "member", "viewer", "accountant");
		assertThat(organizationRoles.delete(this.acme, "accountant")
			.then(roles.delete("viewer"))
			.thenMany(roles.list().flatMapIterable((all) -> all))
			.map(Role::name)
			.collectList()
			.block()).containsExactly("admin", "member");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
