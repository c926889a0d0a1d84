package com.scalekit.spring.boot.autoconfigure.health;

import java.time.Duration;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.oauth2.TokenStatus;

/**
 * Tells whether calls can be made: whether there is an access token, or one can be had.
 * While there is one, nothing is requested. While there is none, a probe takes part in
 * the token request of all callers, which are the fewer the longer Scalekit is down.
 */
final class ScalekitHealthIndicator extends AbstractReactiveHealthIndicator {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private static final OAuth2AuthorizeRequest REQUEST = OAuth2AuthorizeRequest
		.withClientRegistrationId(ScalekitTokenException.REGISTRATION_ID)
		.principal(ScalekitTokenException.REGISTRATION_ID)
		.build();

	private final Supplier<ScalekitClients> clients;

	/**
	 * Create an indicator.
	 * @param clients supplies the clients, which are created by the first probe unless
	 * they have been before
	 */
	ScalekitHealthIndicator(Supplier<ScalekitClients> clients) {
		super("The health of Scalekit could not be checked");
		this.clients = clients;
	}

	/**
	 * Creating the clients takes a while, which an event loop does not have.
	 */
	@Override
	protected Mono<Health> doHealthCheck(Health.Builder builder) {
		return Mono.fromSupplier(this.clients)
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((created) -> requireToken(created).then(Mono.fromSupplier(builder::up))
				.onErrorResume(ScalekitTokenException.class, (failure) -> Mono.just(down(builder, failure)))
				.map((result) -> withDetails(result, created).build()));
	}

	private static Health.Builder down(Health.Builder builder, ScalekitTokenException failure) {
		return builder.down().withDetail("error", String.valueOf(failure.getMessage()));
	}

	private static Mono<?> requireToken(ScalekitClients clients) {
		if (clients.tokenStatus().usableUntil() != null) {
			return Mono.empty();
		}
		return clients.reactiveAuthorizedClientManager()
			.authorize(REQUEST)
			.timeout(TIMEOUT,
					Mono.error(
							() -> new ScalekitTokenException(new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE),
									"No access token within %d seconds".formatted(TIMEOUT.toSeconds()))));
	}

	private static Health.Builder withDetails(Health.Builder builder, ScalekitClients clients) {
		TokenStatus token = clients.tokenStatus();
		builder.withDetail("environmentUrl", clients.environmentUrl());
		if (token.usableUntil() != null) {
			builder.withDetail("tokenUsableUntil", token.usableUntil());
		}
		if (token.lastFailure() != null) {
			builder.withDetail("lastFailure", token.lastFailure().message());
			builder.withDetail("lastFailureTime", token.lastFailure().time());
		}
		return builder;
	}

}
