package com.example.console.organizations;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.example.console.forms.Choices;
import com.example.console.forms.TextField;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationSettings;
import com.scalekit.spring.client.organizations.SessionPolicy;
import com.scalekit.spring.client.organizations.SessionPolicy.Source;
import com.scalekit.spring.client.organizations.UserManagementSettings;

/**
 * What is chosen in the form of the settings. Choices have the texts that a person reads.
 *
 * @param feature {@code on} for each feature that is switched on
 * @param users how many users the organization may have. Scalekit takes the limit, but
 * does not tell it, so the form starts with leaving it as it is
 * @param maxUsers the limit, if there is one
 * @param sessions whether the organization has a session policy of its own
 * @param absolute how long a session lasts at most
 * @param idle how long a session may be unused, empty if that does not matter
 */
record SettingsForm(Map<String, String> feature, String users, String maxUsers, String sessions, String absolute,
		String idle) {

	private static final String LIMITED = "At most";

	private static final String UNLIMITED = "Any number";

	private static final String OFF = "User management is off";

	private static final String CUSTOM = "A policy of its own";

	SettingsForm {
		feature = Choices.orNone(feature);
		users = TextField.valueOf(users);
		users = users.startsWith(LIMITED) ? LIMITED : users;
		maxUsers = TextField.valueOf(maxUsers);
		sessions = TextField.valueOf(sessions);
		absolute = Timeout.parse(absolute).text();
		idle = Timeout.parse(idle).text();
	}

	static SettingsForm of(Organization organization, SessionPolicy policy) {
		Map<String, String> features = new LinkedHashMap<>();
		Features.of(organization)
			.forEach((name) -> features.put(name, Features.isEnabled(organization, name) ? "on" : "off"));
		return new SettingsForm(features,
				"not told by Scalekit, organization changed last at " + organization.updateTime(), "",
				(policy.source() == Source.CUSTOM) ? CUSTOM : "As in the whole application",
				Timeout.of(policy.absoluteTimeout()).text(),
				Boolean.TRUE.equals(policy.idleTimeoutEnabled()) ? Timeout.of(policy.idleTimeout()).text() : "");
	}

	/**
	 * Return the values by name. Those of the features are {@code feature[sso]} and so
	 * on.
	 * @param present the settings as they are
	 */
	Map<String, String> values(SettingsForm present) {
		Map<String, String> values = Choices.values("feature", present.feature.keySet(), this.feature);
		values.put("users", switch (this.users) {
			case LIMITED -> LIMITED + " " + this.maxUsers;
			case UNLIMITED, OFF -> this.users;
			default -> present.users;
		});
		values.put("sessions", this.sessions);
		if (this.sessions.equals(CUSTOM)) {
			values.put("absolute", this.absolute);
			values.put("idle", this.idle);
		}
		return values;
	}

	/**
	 * Check what was chosen. What is as it was when the form was loaded need not be
	 * valid.
	 * @param loaded the values that the form was loaded with
	 * @param errors the errors of the form
	 */
	void validate(Map<String, String> loaded, BindingResult errors) {
		if (this.users.equals(LIMITED) && !this.maxUsers.matches("[1-9]\\d{0,8}")) {
			errors.rejectValue("maxUsers", "number", "Enter a number of at least 1");
		}
		if (this.sessions.equals(CUSTOM)) {
			if (isInvalid(this.absolute, loaded.get("absolute"))) {
				errors.rejectValue("absolute", "time", "Enter a time such as 8 hours or 2 days");
			}
			if (!this.idle.isEmpty() && isInvalid(this.idle, loaded.get("idle"))) {
				errors.rejectValue("idle", "time", "Enter a time such as 30 minutes, or nothing");
			}
		}
	}

	private static boolean isInvalid(String text, @Nullable String loaded) {
		return Timeout.parse(text).duration() == null && !text.equals(loaded);
	}

	OrganizationSettings toFeatures(Set<String> changes) {
		OrganizationSettings settings = OrganizationSettings.none();
		for (String change : changes) {
			if (change.startsWith("feature[")) {
				String name = change.substring("feature[".length(), change.length() - 1);
				settings = settings.withFeature(name, "on".equals(this.feature.get(name)));
			}
		}
		return settings;
	}

	SessionPolicy toPolicy() {
		if (!this.sessions.equals(CUSTOM)) {
			return SessionPolicy.ofApplication();
		}
		SessionPolicy policy = SessionPolicy.custom();
		Duration longest = Timeout.parse(this.absolute).duration();
		policy = (longest != null) ? policy.withAbsoluteTimeout(longest) : policy;
		Duration pause = Timeout.parse(this.idle).duration();
		return (pause != null) ? policy.withIdleTimeout(pause) : policy.withoutIdleTimeout();
	}

	UserManagementSettings toUserManagement() {
		return switch (this.users) {
			case LIMITED -> UserManagementSettings.limitedTo(Integer.parseInt(this.maxUsers));
			case UNLIMITED -> UserManagementSettings.unlimited();
			default -> UserManagementSettings.off();
		};
	}

	static @Nullable String fieldOf(String field) {
		return switch (field) {
			case "absolute_session_timeout" -> "absolute";
			case "idle_session_timeout" -> "idle";
			case "settings.max_allowed_users" -> "maxUsers";
			default -> null;
		};
	}

}
