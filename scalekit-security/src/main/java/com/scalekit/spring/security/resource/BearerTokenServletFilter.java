package com.scalekit.spring.security.resource;

import java.io.IOException;
import java.util.Collections;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter around the one that authenticates bearer tokens. If a token cannot be checked,
 * the response has status 503, so that the caller keeps its token and tries again. It is
 * not sent as an error: the error page would be refused too, with status 401.
 */
final class BearerTokenServletFilter extends OncePerRequestFilter {

	private final AuthenticationEntryPoint entryPoint = new BearerTokenAuthenticationEntryPoint();

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain filterChain)
			throws ServletException, IOException {
		BearerRequest bearer = new BearerRequest(Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)));
		if (!bearer.hasBearerToken()) {
			filterChain.doFilter(request, response);
		}
		else if (bearer.isAmbiguous()) {
			this.entryPoint.commence(request, response, BearerRequest.ambiguous());
		}
		else {
			filter(request, response, filterChain);
		}
	}

	private static void filter(HttpServletRequest request, HttpServletResponse response, FilterChain filterChain)
			throws ServletException, IOException {
		try {
			filterChain.doFilter(request, response);
		}
		catch (AuthenticationServiceException ex) {
			if (response.isCommitted()) {
				throw ex;
			}
			response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, BearerRequest.RETRY_AFTER);
		}
	}

}
