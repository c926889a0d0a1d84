package com.example.console;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps other sites from using the console through somebody's browser. It takes the place
 * of Spring Security, which protects an application with a login in the same ways.
 */
class BrowserSecurity implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (request.getDispatcherType() == DispatcherType.REQUEST && isChange(request) && isFromOtherSite(request)) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
			return false;
		}
		// No form-action: it would stop the redirect to the admin portal
		response.setHeader("Content-Security-Policy",
				"default-src 'none'; style-src 'self'; img-src 'self'; " + "base-uri 'none'; frame-ancestors 'none'");
		response.setHeader("X-Content-Type-Options", "nosniff");
		// Not no-referrer: the browser would then hide the origin of our own forms, too
		response.setHeader("Referrer-Policy", "same-origin");
		return true;
	}

	private static boolean isChange(HttpServletRequest request) {
		return !HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod());
	}

	/**
	 * Browsers say where a request comes from, in {@code Sec-Fetch-Site} or, if the
	 * connection is not encrypted or they are old, only in {@code Origin}.
	 */
	private static boolean isFromOtherSite(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		return (site != null) ? !site.equals("same-origin") && !site.equals("none") : CorsUtils.isCorsRequest(request);
	}

}
