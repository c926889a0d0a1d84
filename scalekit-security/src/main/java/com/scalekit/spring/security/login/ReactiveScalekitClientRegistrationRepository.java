package com.scalekit.spring.security.login;

import java.util.Collection;
import java.util.Iterator;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;

/**
 * The registrations of an application, and that of Scalekit unless the application has
 * one with its identifier. That of Scalekit gets the present client secret each time it
 * is looked up; it has none when registrations are listed.
 */
public final class ReactiveScalekitClientRegistrationRepository
		implements ReactiveClientRegistrationRepository, Iterable<ClientRegistration> {

	private final ClientRegistrations registrations;

	/**
	 * Creates a repository.
	 * @param login the login
	 * @param registrations the registrations of the application
	 */
	public ReactiveScalekitClientRegistrationRepository(ScalekitLogin login,
			Collection<ClientRegistration> registrations) {
		this.registrations = new ClientRegistrations(login, registrations);
	}

	@Override
	public Mono<ClientRegistration> findByRegistrationId(String registrationId) {
		Mono<ClientRegistration> registration = Mono.fromCallable(() -> this.registrations.find(registrationId));
		return this.registrations.isSupplied(registrationId) ? registration.subscribeOn(Schedulers.boundedElastic())
				: registration;
	}

	@Override
	public Iterator<ClientRegistration> iterator() {
		return this.registrations.list().iterator();
	}

}
