package com.scalekit.spring.test.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.EnvironmentState;

/**
 * Where a {@code ScalekitServer} sends browsers to after a login or logout: to any path
 * of this machine, such as {@code http://localhost:8080/login/oauth2/code/scalekit}, and
 * to those URIs that are registered. With anything else, there is an error page.
 */
public final class Redirects {

	private static final int MAX_LENGTH = 256;

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|[a-z0-9.-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]");

	private final EnvironmentState state;

	private final Set<String> afterLogin = new LinkedHashSet<>();

	private final Set<String> afterLogout = new LinkedHashSet<>();

	private boolean loopback = true;

	Redirects(EnvironmentState state) {
		this.state = state;
	}

	/**
	 * Register a URI for logins. <pre class="code">
	 * server.redirects().allow("https://app.example.com/login/oauth2/code/scalekit");
	 * </pre>
	 * @param uri the URI, at most 256 characters, without query and fragment
	 * @throws IllegalArgumentException if the service would refuse the URI
	 */
	public void allow(String uri) {
		register(this.afterLogin, uri);
	}

	/**
	 * Register a URI for logouts.
	 * @param uri the URI, at most 256 characters, without query and fragment
	 * @throws IllegalArgumentException if the service would refuse the URI
	 */
	public void allowAfterLogout(String uri) {
		register(this.afterLogout, uri);
	}

	/**
	 * Refuse URIs of this machine that are not registered.
	 */
	public void requireRegistration() {
		synchronized (this.state) {
			this.loopback = false;
		}
	}

	private void register(Set<String> registered, String uri) {
		if (parse(uri) == null) {
			throw new IllegalArgumentException("'%s' is no URI that can be registered".formatted(uri));
		}
		synchronized (this.state) {
			registered.add(uri);
		}
	}

	boolean isAllowed(String uri) {
		return isAllowed(this.afterLogin, uri);
	}

	boolean isAllowedAfterLogout(String uri) {
		return isAllowed(this.afterLogout, uri);
	}

	private boolean isAllowed(Set<String> registered, String uri) {
		return registered.contains(uri) || (this.loopback && isLoopback(uri));
	}

	private static boolean isLoopback(String text) {
		URI uri = parse(text);
		return uri != null && LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches();
	}

	private static @Nullable URI parse(String text) {
		try {
			URI uri = new URI(text);
			boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
			return (web && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null
					&& uri.getRawUserInfo() == null && text.length() <= MAX_LENGTH) ? uri : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	void reset() {
		synchronized (this.state) {
			this.afterLogin.clear();
			this.afterLogout.clear();
			this.loopback = true;
		}
	}

}
