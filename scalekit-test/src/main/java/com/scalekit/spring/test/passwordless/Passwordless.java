package com.scalekit.spring.test.passwordless;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.RandomStrings;
import com.scalekit.spring.test.server.Store;

/**
 * The e-mails that a {@code ScalekitServer} would have sent, for users to sign in with.
 * There are 2 a minute to an address, and 5 attempts in 10 minutes to enter a passcode.
 */
public final class Passwordless {

	private static final Set<String> TYPES = Set.of("OTP", "LINK", "LINK_OTP");

	private static final Duration LIFETIME = Duration.ofMinutes(5);

	private static final int MAX_EMAILS = 2;

	private static final Duration PERIOD_OF_EMAILS = Duration.ofMinutes(1);

	private static final int MAX_ATTEMPTS = 5;

	private static final Duration PERIOD_OF_ATTEMPTS = Duration.ofMinutes(10);

	private static final int CODE_LENGTH = 6;

	private final EnvironmentState state;

	private final Supplier<String> url;

	private final List<StoredEmail> sent = new ArrayList<>();

	private final Store<StoredEmail> pending;

	private final Store<StoredEmail>.UniqueField linkToken;

	private final Map<String, List<Instant>> attempts = new HashMap<>();

	private String type = "LINK_OTP";

	private boolean sameBrowserOrigin;

	Passwordless(EnvironmentState state, Supplier<String> url) {
		this.state = state;
		this.url = url;
		this.pending = new Store<>(state, "auth request", StoredEmail::authRequestId);
		this.linkToken = this.pending.uniqueField("link_token",
				(email) -> (!email.linkToken().isEmpty()) ? email.linkToken() : null);
	}

	/**
	 * Set what the next e-mails contain. At first that is both.
	 * @param type {@code OTP} for a passcode, {@code LINK} for a magic link,
	 * {@code LINK_OTP} for both
	 * @throws IllegalArgumentException if there is no such type
	 */
	public void type(String type) {
		if (!TYPES.contains(type)) {
			throw new IllegalArgumentException("'%s' is none of %s".formatted(type, TYPES));
		}
		synchronized (this.state) {
			this.type = type;
		}
	}

	/**
	 * Require the id of the e-mail for the verification of a magic link, too.
	 */
	public void enforceSameBrowserOrigin() {
		synchronized (this.state) {
			this.sameBrowserOrigin = true;
		}
	}

	/**
	 * Return the latest e-mail to an address. <pre class="code">
	 * String code = server.passwordless().lastEmail("ann@acme.com").code();
	 * </pre>
	 * @param email the e-mail address
	 * @return the e-mail
	 * @throws NoSuchElementException if there is none
	 */
	public StoredEmail lastEmail(String email) {
		return emails().stream()
			.filter((candidate) -> candidate.email().equalsIgnoreCase(email))
			.reduce((earlier, later) -> later)
			.orElseThrow(() -> new NoSuchElementException("No e-mail was sent to '%s'".formatted(email)));
	}

	/**
	 * Return all e-mails.
	 * @return the e-mails, in the order in which they were sent
	 */
	public List<StoredEmail> emails() {
		synchronized (this.state) {
			return List.copyOf(this.sent);
		}
	}

	StoredEmail send(Request request) {
		refuseTooMany(request.email());
		Instant now = this.state.timestamp();
		String code = (!this.type.equals("LINK")) ? RandomStrings.digits().substring(0, CODE_LENGTH) : "";
		String token = (!this.type.equals("OTP")) ? RandomStrings.secret() : "";
		StoredEmail email = new StoredEmail(this.state.nextId("areq_"), request.email(), this.type, code, token,
				(!token.isEmpty()) ? magicLink(request.magiclinkAuthUri(), token) : "", request.template(),
				request.state(), Objects.requireNonNullElse(request.templateVariables(), Map.of()), now,
				now.plus(request.lifetime()));
		this.pending.add(email);
		this.sent.add(email);
		return email;
	}

	private String magicLink(@Nullable String uri, String token) {
		String target = Objects.requireNonNullElseGet(uri, () -> this.url.get() + "/magic-link");
		return target + ((target.contains("?")) ? "&" : "?") + "link_token=" + token;
	}

	/**
	 * Send an e-mail again, with what it contained: an environment may be set to make
	 * that anew, and it is not documented what holds at first.
	 */
	StoredEmail resend(String authRequestId) {
		StoredEmail first = this.pending.get(authRequestId);
		refuseTooMany(first.email());
		Instant now = this.state.timestamp();
		Duration lifetime = Duration.between(first.sentAt(), first.expiresAt());
		StoredEmail email = this.pending.update(authRequestId,
				(current) -> Json.with(current, Map.of("sent_at", now, "expires_at", now.plus(lifetime))));
		this.sent.add(email);
		return email;
	}

	private void refuseTooMany(String address) {
		Instant start = this.state.now().minus(PERIOD_OF_EMAILS);
		if (this.sent.stream()
			.filter((email) -> email.email().equalsIgnoreCase(address) && email.sentAt().isAfter(start))
			.count() >= MAX_EMAILS) {
			throw ApiException.rateLimited("too many e-mails to this address");
		}
	}

	/**
	 * Verify what a user has presented. Which errors the service answers with is not
	 * documented.
	 */
	StoredEmail verify(Presented presented) {
		StoredEmail email = (presented.code() != null) ? byCode(presented.authRequestId(), presented.code())
				: byLinkToken(presented.authRequestId(), Objects.requireNonNull(presented.linkToken()));
		if (!this.state.now().isBefore(email.expiresAt())) {
			throw ApiException.failedPrecondition("the passcode or magic link has expired");
		}
		this.pending.delete(email.authRequestId());
		return email;
	}

	private StoredEmail byCode(@Nullable String authRequestId, String code) {
		StoredEmail email = this.pending.get(Objects.requireNonNullElse(authRequestId, ""));
		Instant now = this.state.now();
		List<Instant> attempts = this.attempts.computeIfAbsent(email.authRequestId(), (id) -> new ArrayList<>());
		attempts.removeIf((attempt) -> !attempt.isAfter(now.minus(PERIOD_OF_ATTEMPTS)));
		if (attempts.size() == MAX_ATTEMPTS) {
			throw ApiException.rateLimited("too many attempts");
		}
		attempts.add(now);
		if (!email.code().equals(code)) {
			throw ApiException.invalidArgument("invalid code");
		}
		return email;
	}

	private StoredEmail byLinkToken(@Nullable String authRequestId, String token) {
		StoredEmail email = this.linkToken.find(token)
			.orElseThrow(() -> ApiException.invalidArgument("invalid link_token"));
		if (this.sameBrowserOrigin && !email.authRequestId().equals(authRequestId)) {
			throw ApiException.invalidArgument("the magic link was opened in another browser");
		}
		return email;
	}

	void clear() {
		synchronized (this.state) {
			this.sent.clear();
			this.pending.clear();
			this.attempts.clear();
			this.type = "LINK_OTP";
			this.sameBrowserOrigin = false;
		}
	}

	record Request(String email, @Nullable Long expiresIn, @Nullable String magiclinkAuthUri, @Nullable String state,
			@Nullable String template, @Nullable Map<String, String> templateVariables) {

		Duration lifetime() {
			return (this.expiresIn != null && this.expiresIn > 0) ? Duration.ofSeconds(this.expiresIn) : LIFETIME;
		}

	}

	record Presented(@Nullable String authRequestId, @Nullable String code, @Nullable String linkToken) {
	}

}
