package com.scalekit.spring.test.connectedaccounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.RandomStrings;

/**
 * The links that users authorize their accounts with. Whoever follows one agrees to all.
 * A link works once.
 */
final class AuthorizationLinks {

	/** How long a link works, which Scalekit does not document. */
	private static final Duration LIFETIME = Duration.ofMinutes(10);

	private static final String PATH = "/connect/";

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en">
			<head><meta charset="utf-8"><title>Connect an account</title></head>
			<body><h1>Connect an account</h1><p>%s</p></body>
			</html>
			""";

	private final EnvironmentState state;

	private final Supplier<String> url;

	private final ConnectedAccounts accounts;

	private final Map<String, Link> links = new HashMap<>();

	private final Map<String, String> accountsToVerify = new HashMap<>();

	AuthorizationLinks(EnvironmentState state, Supplier<String> url, ConnectedAccounts accounts) {
		this.state = state;
		this.url = url;
		this.accounts = accounts;
		state.onDelete("connected account", (id) -> {
			this.links.values().removeIf((link) -> link.accountId().equals(id));
			this.accountsToVerify.values().remove(id);
		});
	}

	String pathTemplate() {
		return PATH + "{secret}";
	}

	Link create(String accountId, ObjectNode request) {
		synchronized (this.state) {
			String secret = RandomStrings.secret();
			Link link = new Link(accountId, this.url.get() + PATH + secret,
					request.path("user_verify_url").asString(""), request.path("state").asString(""),
					this.state.timestamp().plus(LIFETIME));
			this.links.put(secret, link);
			return link;
		}
	}

	ApiResponse follow(ApiRequest request) {
		Link link = this.links.remove(request.pathVariable("secret"));
		if (link == null || !this.state.now().isBefore(link.expiry())) {
			return ApiResponse.html(410, PAGE.formatted("This link was already used or has expired."));
		}
		if (link.userVerifyUrl().isEmpty()) {
			this.accounts.authorize(link.accountId(), "ACTIVE");
			return ApiResponse.html(200, PAGE.formatted("Your account is connected."));
		}
		this.accounts.authorize(link.accountId(), "PENDING_VERIFICATION");
		String authRequestId = RandomStrings.secret();
		this.accountsToVerify.put(authRequestId, link.accountId());
		return ApiResponse.empty(302).withHeader("Location", verification(link, authRequestId)).uncacheable();
	}

	private static String verification(Link link, String authRequestId) {
		StringBuilder uri = new StringBuilder(link.userVerifyUrl());
		uri.append(link.userVerifyUrl().contains("?") ? '&' : '?').append("auth_request_id=").append(authRequestId);
		if (!link.state().isEmpty()) {
			uri.append("&state=").append(URLEncoder.encode(link.state(), StandardCharsets.UTF_8));
		}
		return uri.toString();
	}

	/**
	 * Make an account active whose user the application vouches for.
	 * @return where to send the browser
	 */
	String verify(String authRequestId, String identifier) {
		String id = this.accountsToVerify.get(authRequestId);
		if (id == null) {
			throw ApiException.resourceNotFound("authorization request not found");
		}
		if (!this.accounts.get(id).identifier().equals(identifier)) {
			throw ApiException.permissionDenied("the account was connected with another identifier");
		}
		this.accountsToVerify.remove(authRequestId);
		this.accounts.changeStatus(id, "ACTIVE");
		return this.url.get() + "/connected";
	}

	void clear() {
		synchronized (this.state) {
			this.links.clear();
			this.accountsToVerify.clear();
		}
	}

	/**
	 * A link that was not followed yet.
	 */
	record Link(String accountId, String link, String userVerifyUrl, String state, Instant expiry) {

	}

}
