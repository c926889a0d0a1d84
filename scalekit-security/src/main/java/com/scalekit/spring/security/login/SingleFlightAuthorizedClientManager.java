package com.scalekit.spring.security.login;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.RemoveAuthorizedClientOAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Refreshes the tokens of a session once, however many of its requests need it. Each
 * refresh replaces the refresh token, so a second one with the same token is refused. If
 * Scalekit refuses, the user has to sign in again.
 */
final class SingleFlightAuthorizedClientManager implements OAuth2AuthorizedClientManager {

	private static final String USED_REFRESH_TOKEN = SingleFlightAuthorizedClientManager.class.getName()
			+ ".USED_REFRESH_TOKEN";

	private final OAuth2AuthorizedClientManager delegate;

	private final OAuth2AuthorizedClientRepository repository;

	/** Has as many entries as there are requests that wait, at most. */
	private final ConcurrentMap<String, Flight> flights = new ConcurrentHashMap<>();

	SingleFlightAuthorizedClientManager(OAuth2AuthorizedClientManager delegate,
			OAuth2AuthorizedClientRepository repository) {
		this.delegate = delegate;
		this.repository = repository;
	}

	@Override
	public @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest request) {
		String registrationId = request.getClientRegistrationId();
		HttpServletRequest servletRequest = servletRequest(request);
		HttpSession session = (servletRequest != null) ? servletRequest.getSession(false) : null;
		if (!ScalekitLogin.isScalekit(registrationId) || servletRequest == null || session == null) {
			return this.delegate.authorize(request);
		}
		return authorize(request, servletRequest, session.getId());
	}

	private @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest request,
			HttpServletRequest servletRequest, String sessionId) {
		Flight flight = new Flight(Thread.currentThread(), new CompletableFuture<>());
		Flight other = this.flights.putIfAbsent(sessionId, flight);
		if (other != null) {
			return other.isOfThisThread() ? authorizeStored(request, servletRequest)
					: join(other, request, servletRequest, sessionId);
		}
		try {
			OAuth2AuthorizedClient client = authorizeStored(request, servletRequest);
			flight.result().complete(client);
			return client;
		}
		catch (RuntimeException | Error ex) {
			flight.result().completeExceptionally(ex);
			throw ex;
		}
		finally {
			this.flights.remove(sessionId);
		}
	}

	/**
	 * The other request may have found that there is nothing to refresh.
	 */
	private @Nullable OAuth2AuthorizedClient join(Flight other, OAuth2AuthorizeRequest request,
			HttpServletRequest servletRequest, String sessionId) {
		OAuth2AuthorizedClient client = other.join();
		return (client != null && AuthorizedClients.isOver(client, request))
				? authorize(request, servletRequest, sessionId) : client;
	}

	/**
	 * The tokens that the caller holds may be replaced by now.
	 */
	private @Nullable OAuth2AuthorizedClient authorizeStored(OAuth2AuthorizeRequest request,
			HttpServletRequest servletRequest) {
		OAuth2AuthorizedClient stored = load(request, servletRequest);
		if (stored == null) {
			return this.delegate.authorize(request);
		}
		String refreshToken = AuthorizedClients.refreshToken(stored);
		try {
			return authorize(request,
					AuthorizedClients.isOver(stored, request) ? AuthorizedClients.over(stored) : stored,
					servletRequest);
		}
		catch (ClientAuthorizationException ex) {
			if (!OAuth2ErrorCodes.INVALID_GRANT.equals(ex.getError().getErrorCode())) {
				throw ex;
			}
			OAuth2AuthorizedClient present = load(request, servletRequest);
			if (present != null && AuthorizedClients.isReplaced(refreshToken, present)) {
				return authorize(request, present, servletRequest);
			}
			throw new ClientAuthorizationRequiredException(request.getClientRegistrationId());
		}
	}

	private @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest request, OAuth2AuthorizedClient stored,
			HttpServletRequest servletRequest) {
		servletRequest.setAttribute(USED_REFRESH_TOKEN, AuthorizedClients.refreshToken(stored));
		return this.delegate.authorize(OAuth2AuthorizeRequest.withAuthorizedClient(stored)
			.principal(request.getPrincipal())
			.attributes((attributes) -> attributes.putAll(request.getAttributes()))
			.build());
	}

	private @Nullable OAuth2AuthorizedClient load(OAuth2AuthorizeRequest request, HttpServletRequest servletRequest) {
		return this.repository.loadAuthorizedClient(request.getClientRegistrationId(), request.getPrincipal(),
				servletRequest);
	}

	private static @Nullable HttpServletRequest servletRequest(OAuth2AuthorizeRequest request) {
		if (request.getAttribute(HttpServletRequest.class.getName()) instanceof HttpServletRequest servletRequest) {
			return servletRequest;
		}
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest() : null;
	}

	/**
	 * Removes tokens that are refused, unless somebody else, such as another instance of
	 * the application, has replaced them.
	 */
	static OAuth2AuthorizationFailureHandler failureHandler(OAuth2AuthorizedClientRepository repository) {
		return new RemoveAuthorizedClientOAuth2AuthorizationFailureHandler((registrationId, principal, attributes) -> {
			if (attributes.get(HttpServletRequest.class.getName()) instanceof HttpServletRequest request
					&& attributes.get(HttpServletResponse.class.getName()) instanceof HttpServletResponse response
					&& !isReplaced(repository, registrationId, principal, request)) {
				repository.removeAuthorizedClient(registrationId, principal, request, response);
			}
		});
	}

	private static boolean isReplaced(OAuth2AuthorizedClientRepository repository, String registrationId,
			Authentication principal, HttpServletRequest request) {
		return request.getAttribute(USED_REFRESH_TOKEN) instanceof String used && AuthorizedClients.isReplaced(used,
				repository.loadAuthorizedClient(registrationId, principal, request));
	}

	/**
	 * What one request does for all of its session.
	 *
	 * @param thread the thread of the request, which may come here again when it handles
	 * an event of the refresh
	 * @param result the tokens
	 */
	private record Flight(Thread thread, CompletableFuture<@Nullable OAuth2AuthorizedClient> result) {

		boolean isOfThisThread() {
			return this.thread == Thread.currentThread();
		}

		@Nullable OAuth2AuthorizedClient join() {
			try {
				return this.result.join();
			}
			catch (CompletionException ex) {
				throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
			}
		}

	}

}
