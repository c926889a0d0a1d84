package com.example.console.users;

import org.springframework.stereotype.Component;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.memberships.MembershipsClient;
import com.scalekit.spring.client.users.User;
import com.scalekit.spring.client.users.UsersClient;

/**
 * Invites people to organizations, also those whom another organization has invited
 * before: Scalekit has one user for an e-mail address.
 */
@Component
class Invitations {

	private final UsersClient users;

	private final MembershipsClient memberships;

	Invitations(UsersClient users, MembershipsClient memberships) {
		this.users = users;
		this.memberships = memberships;
	}

	/**
	 * Invite somebody.
	 * @throws ScalekitApiException.Conflict if this person is a member already
	 */
	User invite(String organizationId, InvitationForm invitation) {
		try {
			return this.users.create(organizationId, invitation.toCreate());
		}
		catch (ScalekitApiException.Conflict ex) {
			User known = this.users.searchAll(invitation.email())
				.filter((user) -> user.email().equalsIgnoreCase(invitation.email()))
				.findFirst()
				.orElseThrow(() -> ex);
			return this.memberships.create(organizationId, known.id(), invitation.toMembership());
		}
	}

}
