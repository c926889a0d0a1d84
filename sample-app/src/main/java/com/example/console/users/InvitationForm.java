package com.example.console.users;

import java.util.Map;

import com.example.console.forms.Choices;
import com.example.console.forms.TextField;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.users.CreateMembership;
import com.scalekit.spring.client.users.CreateUser;

/**
 * Who is invited. Without roles, Scalekit gives the default one.
 *
 * @param email the e-mail address
 * @param givenName the given name, empty if it is not known
 * @param familyName the family name, empty if it is not known
 * @param role {@code on} for each role that the person is to have, by its name
 */
record InvitationForm(String email, String givenName, String familyName, Map<String, String> role) {

	InvitationForm {
		email = TextField.valueOf(email);
		givenName = TextField.valueOf(givenName);
		familyName = TextField.valueOf(familyName);
		role = Choices.orNone(role);
	}

	CreateUser toCreate() {
		CreateUser user = CreateUser.withEmail(this.email).withMembership(toMembership());
		return (this.givenName + this.familyName).isEmpty() ? user : user.withName(this.givenName, this.familyName);
	}

	CreateMembership toMembership() {
		String[] roles = new RolesForm(this.role).names();
		return (roles.length > 0) ? CreateMembership.empty().withRoles(roles) : CreateMembership.empty();
	}

	static @Nullable String fieldOf(String field) {
		return switch (field.substring(field.lastIndexOf('.') + 1)) {
			case "email" -> "email";
			case "given_name" -> "givenName";
			case "family_name" -> "familyName";
			default -> null;
		};
	}

}
