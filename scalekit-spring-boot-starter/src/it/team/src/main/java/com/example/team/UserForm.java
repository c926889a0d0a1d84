package com.example.team;

import com.scalekit.spring.client.users.OrganizationMembership;
import com.scalekit.spring.client.users.RoleReference;
import com.scalekit.spring.client.users.User;
import com.scalekit.spring.client.users.UserProfile;

/** What can be entered about a user. */
record UserForm(String email, String givenName, String familyName, String[] roles) {

	UserForm {
		roles = (roles != null) ? roles : new String[0];
	}

	static UserForm of(User user, OrganizationMembership membership) {
		UserProfile profile = user.userProfile();
		return new UserForm(user.email(), (profile != null) ? profile.givenName() : "",
				(profile != null) ? profile.familyName() : "",
				membership.roles().stream().map(RoleReference::name).toArray(String[]::new));
	}

}
