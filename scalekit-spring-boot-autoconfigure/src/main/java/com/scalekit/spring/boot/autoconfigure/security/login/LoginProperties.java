package com.scalekit.spring.boot.autoconfigure.security.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

import com.scalekit.spring.boot.autoconfigure.InvalidConfigurationException;
import com.scalekit.spring.client.InvalidSettingsException.Violation;
import com.scalekit.spring.security.login.ScalekitLogin;

/**
 * Properties of the login.
 *
 * @param enabled Whether users sign in with Scalekit.
 * @param clientId Client identifier of the web application. Defaults to the value of
 * 'scalekit.client-id'.
 * @param clientSecret Client secret of the web application. Defaults to the value of
 * 'scalekit.client-secret'.
 * @param scope Comma-separated list of scopes to request. Defaults to 'openid', 'profile'
 * and 'email'. Add 'offline_access' for a refresh token, unless the environment is for
 * single sign-on only.
 * @param redirectUri URI to which Scalekit sends the browser back.
 * @param postLogoutRedirectUri URI to which Scalekit sends the browser after the user has
 * signed out.
 * @param organizationId Identifier of the only organization whose users sign in.
 * @param connectionId Identifier of the only connection over which users sign in.
 * @param forwardedParameters Comma-separated list of parameters that are passed on from
 * the URL that starts a login. Defaults to 'organization_id', 'connection_id', 'domain',
 * 'login_hint', 'provider' and 'prompt'.
 * @param idpInitiated Settings of logins that identity providers start.
 * @param backChannelLogout Settings of back-channel logout.
 * @param sessionCheck Whether to check that the session at Scalekit still exists.
 * @param sessionCheckMaxStale How long after its tokens a session may go on while
 * Scalekit does not answer.
 */
@ConfigurationProperties(LoginProperties.PREFIX)
record LoginProperties(@DefaultValue("false") boolean enabled, @Nullable String clientId, @Nullable String clientSecret,
		@Nullable List<String> scope, @DefaultValue(ScalekitLogin.REDIRECT_URI) String redirectUri,
		@DefaultValue("{baseUrl}") String postLogoutRedirectUri, @Nullable String organizationId,
		@Nullable String connectionId, @Nullable List<String> forwardedParameters,
		@DefaultValue IdpInitiated idpInitiated, @DefaultValue BackChannelLogout backChannelLogout,
		@DefaultValue("off") SessionCheck sessionCheck, @DefaultValue("15m") Duration sessionCheckMaxStale) {

	static final String PREFIX = "scalekit.login";

	private static final Duration MAX_STALE = Duration.ofHours(24);

	/**
	 * Checks what can be checked without the connection.
	 */
	void validate() {
		List<Violation> violations = new ArrayList<>();
		for (String parameter : parametersToForward()) {
			if (ScalekitLogin.RESERVED_PARAMETERS.contains(parameter)) {
				violations.add(new Violation(PREFIX + ".forwarded-parameters", parameter,
						"must not contain a parameter that the login itself sends",
						"parameters such as organization_id"));
			}
		}
		if (!scopes().contains("openid")) {
			violations.add(new Violation(PREFIX + ".scope", String.join(",", scopes()), "must contain openid",
					"openid,profile,email"));
		}
		Duration maxStale = this.sessionCheckMaxStale;
		if (maxStale.isNegative() || maxStale.compareTo(MAX_STALE) > 0) {
			violations.add(new Violation(PREFIX + ".session-check-max-stale", maxStale.toString(),
					"must be at least 0 s and at most 24 hours", "a time in this range, such as 15m"));
		}
		if (StringUtils.hasText(this.clientId) != StringUtils.hasText(this.clientSecret)) {
			violations.add(StringUtils.hasText(this.clientId)
					? new Violation(PREFIX + ".client-secret", "", "must not be empty",
							"the client secret of the web application")
					: new Violation(PREFIX + ".client-id", "", "must not be empty",
							"the client identifier of the web application"));
		}
		if (!violations.isEmpty()) {
			throw new InvalidConfigurationException(violations.toArray(Violation[]::new));
		}
	}

	List<String> scopes() {
		return (this.scope != null) ? this.scope : ScalekitLogin.SCOPES;
	}

	List<String> parametersToForward() {
		return (this.forwardedParameters != null) ? this.forwardedParameters : ScalekitLogin.FORWARDED_PARAMETERS;
	}

	/**
	 * Does not show the secret.
	 */
	@Override
	public String toString() {
		return "LoginProperties";
	}

	/**
	 * Settings of logins that identity providers start.
	 *
	 * @param issuers Comma-separated list of issuers of such logins to accept besides the
	 * environment.
	 */
	record IdpInitiated(@DefaultValue List<String> issuers) {

	}

	/**
	 * Settings of back-channel logout, which is a preview.
	 *
	 * @param enabled Whether Scalekit may end sessions by a call to
	 * '/logout/connect/back-channel/scalekit'. For servlet applications only.
	 * @param internalUri URI at which the application reaches itself, such as
	 * 'http://localhost:8080/logout/connect/back-channel/scalekit'. Defaults to the one
	 * that was called.
	 */
	record BackChannelLogout(@DefaultValue("false") boolean enabled, @Nullable String internalUri) {

	}

	/**
	 * How sessions are checked.
	 */
	enum SessionCheck {

		/**
		 * Not at all.
		 */
		OFF,

		/**
		 * By refreshing the tokens when they are over.
		 */
		REFRESH

	}

}
