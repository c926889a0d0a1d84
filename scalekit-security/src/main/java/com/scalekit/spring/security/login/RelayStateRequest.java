package com.scalekit.spring.security.login;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.util.UrlUtils;

/**
 * A request for another page of the application.
 */
final class RelayStateRequest extends HttpServletRequestWrapper {

	private final String path;

	private final @Nullable String query;

	RelayStateRequest(HttpServletRequest request, String target) {
		super(request);
		int question = target.indexOf('?');
		this.path = (question < 0) ? target : target.substring(0, question);
		this.query = (question < 0) ? null : target.substring(question + 1);
	}

	@Override
	public String getMethod() {
		return "GET";
	}

	@Override
	public String getRequestURI() {
		return this.path;
	}

	@Override
	public StringBuffer getRequestURL() {
		return new StringBuffer(
				UrlUtils.buildFullRequestUrl(getScheme(), getServerName(), getServerPort(), this.path, null));
	}

	@Override
	public String getServletPath() {
		return this.path;
	}

	@Override
	public @Nullable String getPathInfo() {
		return null;
	}

	@Override
	public @Nullable String getQueryString() {
		return this.query;
	}

	@Override
	public @Nullable String getParameter(String name) {
		return null;
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return Map.of();
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.emptyEnumeration();
	}

}
