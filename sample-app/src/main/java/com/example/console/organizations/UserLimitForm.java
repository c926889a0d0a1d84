package com.example.console.organizations;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

import com.scalekit.spring.client.organizations.UserManagementSettings;

/**
 * How many users an organization may have. Scalekit takes the limit, but does not tell
 * it, so the form starts with leaving it as it is.
 *
 * @param limit whether there is a limit
 * @param maxUsers the limit as it is typed, if there is one
 */
record UserLimitForm(Limit limit, String maxUsers) {

	static final UserLimitForm UNCHANGED = new UserLimitForm(Limit.UNCHANGED, "");

	private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

	UserLimitForm {
		limit = orUnchanged(limit);
		maxUsers = TextField.valueOf(maxUsers);
	}

	private static Limit orUnchanged(@Nullable Limit limit) {
		return (limit != null) ? limit : Limit.UNCHANGED;
	}

	boolean isUnchanged() {
		return this.limit == Limit.UNCHANGED;
	}

	void validate(BindingResult errors) {
		if (this.limit == Limit.LIMITED && !NUMBER.matcher(this.maxUsers).matches()) {
			errors.rejectValue("users.maxUsers", "number", "Enter a number of at least 1");
		}
	}

	UserManagementSettings toSettings() {
		return switch (this.limit) {
			case LIMITED -> UserManagementSettings.limitedTo(Integer.parseInt(this.maxUsers));
			case UNLIMITED -> UserManagementSettings.unlimited();
			case OFF -> UserManagementSettings.off();
			case UNCHANGED -> throw new IllegalStateException("The limit is to stay as it is");
		};
	}

	static @Nullable String fieldOf(String field) {
		return field.equals("settings.max_allowed_users") ? "users.maxUsers" : null;
	}

	@Override
	public String toString() {
		return switch (this.limit) {
			case LIMITED -> "At most " + this.maxUsers;
			case UNLIMITED -> "Any number";
			case OFF -> "User management is off";
			case UNCHANGED -> "As it is now";
		};
	}

	enum Limit {

		UNCHANGED, LIMITED, UNLIMITED, OFF

	}

}
