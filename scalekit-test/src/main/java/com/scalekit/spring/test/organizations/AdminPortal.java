package com.scalekit.spring.test.organizations;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.RandomStrings;
import com.scalekit.spring.test.server.Router;

/**
 * The place where portal links lead to. A link works once, within a minute.
 */
final class AdminPortal implements ApiGroup {

	private static final Duration LINK_LIFETIME = Duration.ofMinutes(1);

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en">
			<head><meta charset="utf-8"><title>Admin portal</title></head>
			<body><h1>Admin portal</h1><p>%s</p></body>
			</html>
			""";

	private final Supplier<String> url;

	private final EnvironmentState state;

	private final Map<String, OpenLink> openLinks = new LinkedHashMap<>();

	AdminPortal(Supplier<String> url, EnvironmentState state) {
		this.url = url;
		this.state = state;
	}

	@Override
	public void register(Router router) {
		router.get("/portal/{secret}", (request) -> {
			OpenLink link = use(request.pathVariable("secret"));
			return (link != null) ? ApiResponse.html(200, PAGE.formatted(escape(link.displayName())))
					: ApiResponse.html(410, PAGE.formatted("This link was already used or has expired."));
		});
	}

	Link createLink(StoredOrganization organization) {
		evictExpired();
		String secret = RandomStrings.secret();
		Instant expireTime = this.state.timestamp().plus(LINK_LIFETIME);
		this.openLinks.put(secret, new OpenLink(organization.displayName(), expireTime));
		return new Link("lnk_" + RandomStrings.digits(), this.url.get() + "/portal/" + secret, expireTime);
	}

	@Override
	public void reset() {
		synchronized (this.state) {
			this.openLinks.clear();
		}
	}

	private @Nullable OpenLink use(String secret) {
		evictExpired();
		return this.openLinks.remove(secret);
	}

	private void evictExpired() {
		Instant now = this.state.now();
		Iterator<OpenLink> oldestFirst = this.openLinks.values().iterator();
		while (oldestFirst.hasNext() && !now.isBefore(oldestFirst.next().expireTime())) {
			oldestFirst.remove();
		}
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	record Link(String id, String location, Instant expireTime) {
	}

	private record OpenLink(String displayName, Instant expireTime) {
	}

}
