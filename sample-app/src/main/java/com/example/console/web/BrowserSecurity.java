package com.example.console.web;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps other sites from using the console through somebody's browser. It takes the place
 * of Spring Security, which protects an application with a login in the same ways.
 */
class BrowserSecurity implements HandlerInterceptor {

	private static final String CONTENT_SECURITY_POLICY = String.join("; ", "default-src 'none'", "style-src 'self'",
			"img-src 'self'", "script-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'",
			"frame-ancestors 'none'");

	private final Set<String> hosts;

	BrowserSecurity(Set<String> hosts) {
		this.hosts = hosts;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (request.getDispatcherType() == DispatcherType.REQUEST
				&& (!isForThisHost(request) || (isChange(request) && !isFromThisSite(request)))) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
			return false;
		}
		response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
		response.setHeader("X-Content-Type-Options", "nosniff");
		// Not no-referrer: the browser would then hide the origin of our own forms, too
		response.setHeader("Referrer-Policy", "same-origin");
		return true;
	}

	/**
	 * Another site can let its own name point to this machine, and would then be the same
	 * site to a browser.
	 */
	private boolean isForThisHost(HttpServletRequest request) {
		return this.hosts.contains(request.getServerName());
	}

	private static boolean isChange(HttpServletRequest request) {
		return !HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod());
	}

	/**
	 * Browsers say where a request comes from, in {@code Sec-Fetch-Site} or, if the
	 * connection is not encrypted or they are old, only in {@code Origin}. What says
	 * nothing is refused, so no token in the forms is needed.
	 */
	private static boolean isFromThisSite(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return site.equals("same-origin") || site.equals("none");
		}
		return request.getHeader(HttpHeaders.ORIGIN) != null && !CorsUtils.isCorsRequest(request);
	}

}
