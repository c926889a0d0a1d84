package com.scalekit.spring.security.login;

import reactor.core.publisher.Mono;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;

import com.scalekit.spring.client.error.ScalekitTokenException;

/**
 * Refreshes the login of a user, so that the user has the roles and permissions that
 * Scalekit knows now. Created by {@link ReactiveLogin#refresher}.
 */
public final class ReactiveLoginRefresher {

	private final ReactiveOAuth2AuthorizedClientManager manager;

	private final ServerOAuth2AuthorizedClientRepository repository;

	private final ReactiveOAuth2UserService<OidcUserRequest, OidcUser> users;

	private final RefreshedLogins refreshedLogins;

	ReactiveLoginRefresher(ReactiveOAuth2AuthorizedClientManager manager,
			ServerOAuth2AuthorizedClientRepository repository,
			ReactiveOAuth2UserService<OidcUserRequest, OidcUser> users, RefreshedLogins refreshedLogins) {
		this.manager = manager;
		this.repository = repository;
		this.users = users;
		this.refreshedLogins = refreshedLogins;
	}

	/**
	 * Refreshes the login of the user who sends a request, even if the tokens are not
	 * over yet. What the user may do changes with the next request. If Scalekit refuses
	 * since the session there has ended, the session here ends too.
	 * @param exchange the request and its response
	 * @return completes when the login is refreshed, or fails with a
	 * {@link ClientAuthorizationRequiredException} if Scalekit refuses or there is no
	 * refresh token, so that Spring Security lets the user sign in again; with an
	 * {@link ScalekitTokenException} if Scalekit does not answer, and the login stays as
	 * it is; with an {@link AccessDeniedException} if the user has not signed in with
	 * Scalekit
	 */
	public Mono<Void> refresh(ServerWebExchange exchange) {
		return login()
			.switchIfEmpty(Mono.error(() -> new AccessDeniedException("The user has not signed in with Scalekit")))
			.flatMap((login) -> load(login, exchange).filter((client) -> client.getRefreshToken() != null)
				.switchIfEmpty(Mono.error(ReactiveLoginRefresher::signInAgain))
				.flatMap((client) -> refresh(AuthorizedClients.over(client), login, exchange)
					.onErrorResume(ReactiveLoginRefresher::isRefused,
							(ex) -> end(exchange).then(Mono.error(ReactiveLoginRefresher::signInAgain)))
					.onErrorMap(ReactiveLoginRefresher::isFailure,
							(ex) -> RefreshedLogins.failure((OAuth2AuthorizationException) ex))))
			.then();
	}

	private static boolean isFailure(Throwable failure) {
		return failure instanceof OAuth2AuthorizationException && !isRefused(failure);
	}

	private static ClientAuthorizationRequiredException signInAgain() {
		return new ClientAuthorizationRequiredException(ScalekitLogin.REGISTRATION_ID);
	}

	/**
	 * Returns how the user has signed in, if that was with Scalekit.
	 */
	static Mono<OAuth2AuthenticationToken> login() {
		return ReactiveSecurityContextHolder.getContext()
			.mapNotNull(SecurityContext::getAuthentication)
			.ofType(OAuth2AuthenticationToken.class)
			.filter((login) -> ScalekitLogin.isScalekit(login.getAuthorizedClientRegistrationId()));
	}

	Mono<OAuth2AuthorizedClient> load(OAuth2AuthenticationToken login, ServerWebExchange exchange) {
		return this.repository.loadAuthorizedClient(ScalekitLogin.REGISTRATION_ID, login, exchange);
	}

	Mono<SecurityContext> refresh(OAuth2AuthorizedClient client, OAuth2AuthenticationToken login,
			ServerWebExchange exchange) {
		return this.manager
			.authorize(OAuth2AuthorizeRequest.withAuthorizedClient(client)
				.principal(login)
				.attribute(ServerWebExchange.class.getName(), exchange)
				.build())
			.flatMap((refreshed) -> replace(login, refreshed, exchange));
	}

	/**
	 * Leaves the session its identifier, unlike Spring Security when a user signs in:
	 * other requests of the session have it too.
	 */
	private Mono<SecurityContext> replace(OAuth2AuthenticationToken login, OAuth2AuthorizedClient client,
			ServerWebExchange exchange) {
		if (!(login.getPrincipal() instanceof OidcUser user)) {
			return Mono.empty();
		}
		return this.users.loadUser(RefreshedLogins.request(user, client))
			.zipWith(exchange.getSession(), (present, session) -> {
				SecurityContext context = new SecurityContextImpl(this.refreshedLogins.with(present, login));
				session.getAttributes()
					.put(WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME, context);
				return context;
			});
	}

	static boolean isRefused(Throwable failure) {
		return failure instanceof ClientAuthorizationRequiredException
				|| failure instanceof OAuth2AuthenticationException;
	}

	static Mono<Void> end(ServerWebExchange exchange) {
		return exchange.getSession().flatMap(WebSession::invalidate);
	}

}
