package com.example.console.organizations;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

import com.scalekit.spring.client.organizations.OrganizationSettings;

/**
 * What is chosen in the form of the settings.
 *
 * @param enabled the features that are switched on
 * @param users how many users the organization may have
 * @param sessions how long their sessions last
 */
record SettingsForm(Set<String> enabled, UserLimitForm users, SessionPolicyForm sessions) {

	static final String USERS = "users";

	static final String SESSIONS = "sessions";

	private static final String FEATURE = "feature.";

	SettingsForm {
		enabled = orNone(enabled);
		users = orUnchanged(users);
		sessions = orOfApplication(sessions);
	}

	private static Set<String> orNone(@Nullable Set<String> enabled) {
		return (enabled != null) ? enabled : Set.of();
	}

	private static UserLimitForm orUnchanged(@Nullable UserLimitForm users) {
		return (users != null) ? users : UserLimitForm.UNCHANGED;
	}

	private static SessionPolicyForm orOfApplication(@Nullable SessionPolicyForm sessions) {
		return (sessions != null) ? sessions : SessionPolicyForm.OF_APPLICATION;
	}

	static SettingsForm of(Settings settings) {
		return new SettingsForm(new LinkedHashSet<>(Features.enabled(settings.organization())), UserLimitForm.UNCHANGED,
				SessionPolicyForm.of(settings.sessionPolicy()));
	}

	/**
	 * Check what was chosen. What is as it was when the form was loaded is not to be
	 * sent, so it need not be valid.
	 * @param loaded the values that the form was loaded with
	 * @param errors the errors of the form
	 */
	void validate(Map<String, String> loaded, BindingResult errors) {
		this.users.validate(errors);
		if (!this.sessions.toString().equals(loaded.get(SESSIONS))) {
			this.sessions.validate(errors);
		}
	}

	/**
	 * Return the values by name. Those of the features are {@code feature.sso} and so on.
	 * @param settings the settings as they are
	 */
	Map<String, String> values(Settings settings) {
		Set<String> features = new LinkedHashSet<>(settings.features());
		features.addAll(this.enabled);
		Map<String, String> values = new LinkedHashMap<>();
		features.forEach((feature) -> values.put(FEATURE + feature, this.enabled.contains(feature) ? "on" : "off"));
		values.put(USERS, this.users.isUnchanged() ? settings.userLimit() : this.users.toString());
		values.put(SESSIONS, this.sessions.toString());
		return values;
	}

	/**
	 * Return this form with some values as they are in Scalekit.
	 * @param names the names of the values
	 * @param settings the settings as they are
	 */
	SettingsForm with(Set<String> names, Settings settings) {
		SettingsForm present = of(settings);
		Set<String> features = new LinkedHashSet<>(this.enabled);
		features.removeIf((feature) -> names.contains(FEATURE + feature));
		present.enabled.stream().filter((feature) -> names.contains(FEATURE + feature)).forEach(features::add);
		return new SettingsForm(features, names.contains(USERS) ? present.users : this.users,
				names.contains(SESSIONS) ? present.sessions : this.sessions);
	}

	OrganizationSettings toFeatures(Set<String> changes) {
		OrganizationSettings settings = OrganizationSettings.none();
		for (String change : changes) {
			if (change.startsWith(FEATURE)) {
				String feature = change.substring(FEATURE.length());
				settings = settings.withFeature(feature, this.enabled.contains(feature));
			}
		}
		return settings;
	}

}
