package com.scalekit.spring.test.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.oauth2.AccessTokens;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.sessions.StoredSession;

/**
 * Tells the application under test when a session has ended, whoever has ended it.
 * <p>
 * This is a preview: the service has such calls, but their format is not documented. It
 * is that of OpenID Connect here, a form with a {@code logout_token}, and may change.
 */
public final class BackChannelLogout {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final EnvironmentState state;

	private final AccessTokens accessTokens;

	private final List<CompletableFuture<Integer>> calls = new ArrayList<>();

	private @Nullable HttpClient client;

	private @Nullable URI target;

	BackChannelLogout(EnvironmentState state, AccessTokens accessTokens) {
		this.state = state;
		this.accessTokens = accessTokens;
	}

	/**
	 * Call the application under test from now on. A call is made in the background and
	 * not repeated. <pre class="code">
	 * server.backChannelLogout().target(uri);
	 * server.sessions().end(sessionId);
	 * assertThat(server.backChannelLogout().awaitCalls()).containsExactly(200);
	 * </pre>
	 * @param uri the URL that takes logout tokens, or {@code null} to call nothing
	 */
	public void target(@Nullable URI uri) {
		synchronized (this.state) {
			this.target = uri;
		}
	}

	/**
	 * Wait up to 10 seconds until all calls are answered.
	 * @return the status of each response since the server started or was reset,
	 * {@code 0} if there was none
	 */
	public List<Integer> awaitCalls() {
		List<CompletableFuture<Integer>> calls;
		synchronized (this.state) {
			calls = List.copyOf(this.calls);
		}
		return calls.stream().map(CompletableFuture::join).toList();
	}

	void ended(StoredSession session) {
		if (this.target != null) {
			String token = this.accessTokens.logoutToken(session.userId(), session.sessionId()).sign();
			HttpRequest request = HttpRequest.newBuilder(this.target)
				.timeout(TIMEOUT)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString("logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
				.build();
			this.calls.add(client().sendAsync(request, BodyHandlers.discarding())
				.thenApply(HttpResponse::statusCode)
				.completeOnTimeout(0, TIMEOUT.toSeconds(), TimeUnit.SECONDS)
				.exceptionally((ex) -> 0));
		}
	}

	private HttpClient client() {
		if (this.client == null) {
			this.client = HttpClient.newBuilder()
				.version(Version.HTTP_1_1)
				.followRedirects(Redirect.NEVER)
				.connectTimeout(TIMEOUT)
				.build();
		}
		return this.client;
	}

	void reset() {
		synchronized (this.state) {
			this.calls.clear();
		}
	}

}
