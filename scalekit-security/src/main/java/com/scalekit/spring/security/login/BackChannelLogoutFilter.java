package com.scalekit.spring.security.login;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Ends sessions when Scalekit tells that they have ended there. A session can only be
 * ended by a request that belongs to it, so the application calls itself with its cookie
 * and the same token.
 */
final class BackChannelLogoutFilter extends OncePerRequestFilter {

	static final String DEFAULT_INTERNAL_URI = "{baseUrl}/logout/connect/back-channel/{registrationId}";

	private static final String LOGOUT_TOKEN = "logout_token";

	private static final String OWN_SESSION = "own_session";

	private static final String RETRY_AFTER = "5";

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

	private static final Log logger = LogFactory.getLog(BackChannelLogoutFilter.class);

	private final RequestMatcher matcher = PathPatternRequestMatcher.withDefaults()
		.matcher(HttpMethod.POST, "/logout/connect/back-channel/" + ScalekitLogin.REGISTRATION_ID);

	private final SingletonSupplier<LogoutTokens> tokens;

	private final UsedLogoutTokens usedTokens = new UsedLogoutTokens();

	private final OidcSessionRegistry sessions;

	private final String sessionCookie;

	private final String internalUri;

	private final LogoutHandler logoutHandler;

	private final RestClient application = RestClient.builder().requestFactory(requestFactory()).build();

	BackChannelLogoutFilter(SingletonSupplier<LogoutTokens> tokens, OidcSessionRegistry sessions, String sessionCookie,
			String internalUri, LogoutHandler logoutHandler) {
		this.tokens = tokens;
		this.sessions = sessions;
		this.sessionCookie = sessionCookie;
		this.internalUri = internalUri;
		this.logoutHandler = logoutHandler;
	}

	private static SimpleClientHttpRequestFactory requestFactory() {
		SimpleClientHttpRequestFactory requestFactory = new SimpleClientHttpRequestFactory();
		requestFactory.setConnectTimeout(CONNECT_TIMEOUT);
		requestFactory.setReadTimeout(READ_TIMEOUT);
		return requestFactory;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		LogoutTokens tokens = this.matcher.matches(request) ? this.tokens.get() : null;
		if (tokens != null) {
			logout(tokens, request, response);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private void logout(LogoutTokens tokens, HttpServletRequest request, HttpServletResponse response) {
		String token = request.getParameter(LOGOUT_TOKEN);
		try {
			boolean ended = token != null && end(tokens.read(token), request, response);
			response.setStatus((ended ? HttpStatus.OK : HttpStatus.BAD_REQUEST).value());
		}
		catch (BadJwtException ex) {
			logger.warn("Logout token is refused: " + ex.getMessage());
			response.setStatus(HttpStatus.BAD_REQUEST.value());
		}
		catch (JwtException ex) {
			response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
		}
	}

	private boolean end(OidcLogoutToken token, HttpServletRequest request, HttpServletResponse response) {
		if (request.getParameter(OWN_SESSION) != null) {
			this.logoutHandler.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
			return true;
		}
		if (this.usedTokens.contains(token.getId())) {
			logger.warn("Logout token is refused: it has been used before");
			return false;
		}
		String uri = internalUri(request);
		boolean ended = true;
		for (OidcSessionInformation session : this.sessions.removeSessionInformation(token)) {
			ended = end(session, token, uri) && ended;
		}
		if (ended) {
			this.usedTokens.add(token.getId());
		}
		return ended;
	}

	private boolean end(OidcSessionInformation session, OidcLogoutToken token, String uri) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add(LOGOUT_TOKEN, token.getTokenValue());
		form.add(OWN_SESSION, "true");
		try {
			this.application.post()
				.uri(uri)
				.header(HttpHeaders.COOKIE, this.sessionCookie + "=" + session.getSessionId())
				.contentType(MediaType.APPLICATION_FORM_URLENCODED)
				.body(form)
				.retrieve()
				.toBodilessEntity();
			return true;
		}
		catch (RestClientException ex) {
			logger.warn("Session that has ended at Scalekit goes on, since the application does not reach itself at "
					+ uri + ": " + ex.getMessage());
			this.sessions.saveSessionInformation(session);
			return false;
		}
	}

	private String internalUri(HttpServletRequest request) {
		UriComponents base = UriComponentsBuilder.fromUriString(UrlUtils.buildFullRequestUrl(request))
			.replacePath(request.getContextPath())
			.replaceQuery(null)
			.build();
		return UriComponentsBuilder.fromUriString(this.internalUri)
			.buildAndExpand(Map.of("baseUrl", base.toUriString(), "baseScheme", request.getScheme(), "baseHost",
					request.getServerName(), "basePort", (base.getPort() != -1) ? ":" + base.getPort() : "", "basePath",
					request.getContextPath(), "registrationId", ScalekitLogin.REGISTRATION_ID))
			.toUriString();
	}

}
