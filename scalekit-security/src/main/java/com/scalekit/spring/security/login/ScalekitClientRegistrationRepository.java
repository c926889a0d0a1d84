package com.scalekit.spring.security.login;

import java.util.Collection;
import java.util.Iterator;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * The registrations of an application, and that of Scalekit unless the application has
 * one with its identifier. That of Scalekit gets the present client secret each time it
 * is looked up; it has none when registrations are listed.
 */
public final class ScalekitClientRegistrationRepository
		implements ClientRegistrationRepository, Iterable<ClientRegistration> {

	private final ClientRegistrations registrations;

	/**
	 * Creates a repository.
	 * @param login the login
	 * @param registrations the registrations of the application
	 */
	public ScalekitClientRegistrationRepository(ScalekitLogin login, Collection<ClientRegistration> registrations) {
		this.registrations = new ClientRegistrations(login, registrations);
	}

	@Override
	public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
		return this.registrations.find(registrationId);
	}

	@Override
	public Iterator<ClientRegistration> iterator() {
		return this.registrations.list().iterator();
	}

}
