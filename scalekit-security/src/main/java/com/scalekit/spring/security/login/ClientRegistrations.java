package com.scalekit.spring.security.login;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * The registrations of an application, and that of Scalekit unless the application has
 * one with its identifier.
 */
final class ClientRegistrations {

	private final ScalekitLogin login;

	private final Map<String, ClientRegistration> registrations = new LinkedHashMap<>();

	private final boolean supplied;

	ClientRegistrations(ScalekitLogin login, Collection<ClientRegistration> registrations) {
		this.login = login;
		registrations.forEach((registration) -> this.registrations.put(registration.getRegistrationId(), registration));
		this.supplied = !this.registrations.containsKey(ScalekitLogin.REGISTRATION_ID);
		if (this.supplied) {
			this.registrations.put(ScalekitLogin.REGISTRATION_ID, login.publicRegistration());
		}
	}

	@Nullable ClientRegistration find(String registrationId) {
		return isSupplied(registrationId) ? this.login.clientRegistration() : this.registrations.get(registrationId);
	}

	/**
	 * Whether the client secret of a registration is asked for, which may block.
	 */
	boolean isSupplied(String registrationId) {
		return this.supplied && ScalekitLogin.isScalekit(registrationId);
	}

	Collection<ClientRegistration> list() {
		return this.registrations.values();
	}

}
