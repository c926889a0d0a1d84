package com.example.console.organizations;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

import com.scalekit.spring.client.organizations.UserManagementSettings;

/**
 * How many users an organization may have. Scalekit takes the limit, but does not tell
 * it, so the form starts empty.
 *
 * @param limit whether there is a limit
 * @param maxUsers the limit, if there is one
 */
record UserLimitForm(@Nullable Limit limit, @Nullable Integer maxUsers) {

	static final UserLimitForm EMPTY = new UserLimitForm(null, null);

	void validate(BindingResult errors) {
		if (this.limit == null) {
			errors.rejectValue("limit", "required", "Choose one");
		}
		if (this.limit == Limit.LIMITED && (this.maxUsers == null || this.maxUsers < 1)
				&& !errors.hasFieldErrors("maxUsers")) {
			errors.rejectValue("maxUsers", "required", "Enter a number of at least 1");
		}
	}

	UserManagementSettings toSettings() {
		return switch (Objects.requireNonNull(this.limit)) {
			case LIMITED -> UserManagementSettings.limitedTo(Objects.requireNonNull(this.maxUsers));
			case UNLIMITED -> UserManagementSettings.unlimited();
			case OFF -> UserManagementSettings.off();
		};
	}

	static @Nullable String fieldOf(String field) {
		return field.equals("settings.max_allowed_users") ? "maxUsers" : null;
	}

	enum Limit {

		LIMITED, UNLIMITED, OFF

	}

}
