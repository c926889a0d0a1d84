package com.scalekit.spring.test.authenticationlogs;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.PageRequest.Page;

/**
 * The authentication logs of a {@code ScalekitServer}, the newest request first. There is
 * nothing in them but what a test adds.
 */
public final class AuthenticationLogs {

	private static final Set<String> STATUSES = Set.of("INITIATED", "PENDING", "SUCCESS", "FAILED");

	private final EnvironmentState state;

	private final NavigableMap<String, StoredAuthenticationRequest> newestFirst = new TreeMap<>(
			Comparator.reverseOrder());

	AuthenticationLogs(EnvironmentState state) {
		this.state = state;
	}

	/**
	 * Add a successful request, made now. <pre class="code">
	 * server.authenticationLogs().add("ann@acme.com");
	 * </pre>
	 * @param email the e-mail address of the user
	 * @return the id of the request
	 */
	public String add(String email) {
		return add(email, (request) -> {
		});
	}

	/**
	 * Add a request, made now, with all that it may have. <pre class="code">
	 * server.authenticationLogs().add("ann@acme.com", (request) -&gt; request.status("FAILED"));
	 * </pre>
	 * @param email the e-mail address of the user
	 * @param details sets the details
	 * @return the id of the request
	 * @throws IllegalArgumentException if there is no such status
	 */
	public String add(String email, Consumer<NewAuthenticationRequest> details) {
		NewAuthenticationRequest request = new NewAuthenticationRequest();
		details.accept(request);
		synchronized (this.state) {
			StoredAuthenticationRequest stored = request.store(this.state.nextId("areq_"), email,
					this.state.timestamp());
			if (!STATUSES.contains(stored.status())) {
				throw new IllegalArgumentException("'%s' is none of %s".formatted(stored.status(), STATUSES));
			}
			this.newestFirst.put(stored.authRequestId(), stored);
			return stored.authRequestId();
		}
	}

	/**
	 * Return all requests.
	 * @return the requests, the newest first
	 */
	public List<StoredAuthenticationRequest> all() {
		synchronized (this.state) {
			return List.copyOf(this.newestFirst.values());
		}
	}

	Page<StoredAuthenticationRequest> list(PageRequest page, Predicate<StoredAuthenticationRequest> condition) {
		NavigableMap<String, StoredAuthenticationRequest> selected = new TreeMap<>(this.newestFirst);
		selected.values().removeIf(condition.negate());
		return page.select(selected);
	}

	void clear() {
		synchronized (this.state) {
			this.newestFirst.clear();
		}
	}

}
