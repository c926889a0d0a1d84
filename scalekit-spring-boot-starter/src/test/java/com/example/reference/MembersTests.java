package com.example.reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.memberships.MembershipsClient;
import com.scalekit.spring.client.permissions.PermissionsClient;
import com.scalekit.spring.client.roles.OrganizationRolesClient;
import com.scalekit.spring.client.roles.RolesClient;
import com.scalekit.spring.client.users.User;
import com.scalekit.spring.client.users.UsersClient;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.junit.ScalekitServerExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ScalekitServerExtension.class)
class MembersTests {

	@Test
	void documentedTasksWork(ScalekitServer scalekit) {
		String acme = scalekit.organizations().add("Acme");
		String other = scalekit.organizations().add("Other");
		try (ScalekitClients clients = ScalekitClients
			.builder(scalekit.url(), scalekit.clientId(), scalekit.clientSecret())
			.build()) {
			Members members = new Members(clients.create(UsersClient.class), clients.create(MembershipsClient.class),
					clients.create(RolesClient.class), clients.create(OrganizationRolesClient.class),
					clients.create(PermissionsClient.class));
			members.defineRoles();
			members.defineRoleOf(acme);
			members.setDefaultRoles(acme);
			String id = members.invite(acme, "ann@acme.com").id();
			members.remind(acme, id);
			members.addToOrganization(other, id);
			members.printMembers(acme);
			assertThat(members.find(acme, "ann@")).extracting(User::id).containsExactly(id);
			assertThat(members.isAllowed(acme, id, "invoices:write")).isFalse();
			members.makeEditor(acme, id);
			assertThat(members.isAllowed(acme, id, "invoices:write")).isTrue();
			members.replaceEditorByViewer();
			assertThat(members.isAllowed(acme, id, "invoices:write")).isFalse();
			members.putMetadata(id, "plan", "gold");
			members.removeFromOrganization(acme, id);
			assertThat(scalekit.users().get(id).metadata()).containsEntry("plan", "gold");
		}
	}

}
