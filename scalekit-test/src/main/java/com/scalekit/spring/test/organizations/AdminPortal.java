package com.scalekit.spring.test.organizations;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.HtmlPage;
import com.scalekit.spring.test.server.RandomStrings;
import com.scalekit.spring.test.server.Router;

/**
 * The place where portal links lead to. A link opens it once, within a minute. Who has
 * opened it may set things up for a while.
 */
final class AdminPortal implements ApiGroup {

	private static final Duration LINK_LIFETIME = Duration.ofMinutes(1);

	private static final Duration VISIT = Duration.ofMinutes(10);

	private static final String PATH = "/portal/{secret}";

	private static final String CONTENT = """
			<h1>Admin portal</h1>
			<p>%s</p>
			<div role="status">%s</div>
			<form class="card" method="post">
			<strong>What do you want to set up?</strong>
			<p>Each button does at once what takes an administrator some steps here and at the identity provider.</p>
			%s</form>
			""";

	private final Supplier<String> url;

	private final EnvironmentState state;

	private final Map<String, Access> links = new LinkedHashMap<>();

	private final Map<String, Access> visits = new LinkedHashMap<>();

	private final Map<String, Consumer<String>> offers = new LinkedHashMap<>();

	AdminPortal(Supplier<String> url, EnvironmentState state) {
		this.url = url;
		this.state = state;
	}

	/**
	 * Offer to set something up.
	 * @param name what is set up
	 * @param setUp sets it up for the organization with an id
	 */
	void offer(String name, Consumer<String> setUp) {
		this.offers.put(name, setUp);
	}

	@Override
	public void register(Router router) {
		router.get(PATH, this::open);
		router.post(PATH, this::setUp);
	}

	Link createLink(StoredOrganization organization) {
		evictExpired(this.links);
		String secret = RandomStrings.secret();
		Access access = new Access(organization, this.state.timestamp().plus(LINK_LIFETIME));
		this.links.put(secret, access);
		return new Link("lnk_" + RandomStrings.digits(), this.url.get() + "/portal/" + secret, access.expireTime());
	}

	private ApiResponse open(ApiRequest request) {
		evictExpired(this.links);
		String secret = request.pathVariable("secret");
		Access link = this.links.remove(secret);
		if (link == null) {
			return HtmlPage.error(410, "This link was already used or has expired.");
		}
		this.visits.put(secret, new Access(link.organization(), this.state.now().plus(VISIT)));
		return page(link, null);
	}

	private ApiResponse setUp(ApiRequest request) {
		evictExpired(this.visits);
		Access visit = this.visits.get(request.pathVariable("secret"));
		if (visit == null) {
			return HtmlPage.error(410, "This visit has ended.");
		}
		String offer = request.form().entrySet().stream().findFirst().map(Map.Entry::getKey).orElse("");
		if (!this.offers.containsKey(offer)) {
			return HtmlPage.error("There is nothing like this to set up.");
		}
		try {
			this.offers.get(offer).accept(visit.organization().id());
			return page(visit, offer);
		}
		catch (IllegalArgumentException ex) {
			return HtmlPage.error(410, "This organization was deleted.");
		}
	}

	private ApiResponse page(Access access, @Nullable String done) {
		String message = (done != null) ? "<p>%s: done. You may close this page.</p>".formatted(HtmlPage.escape(done))
				: "";
		return HtmlPage.ok("Admin portal",
				CONTENT.formatted(HtmlPage.escape(access.organization().displayName()), message,
						this.offers.keySet()
							.stream()
							.map(HtmlPage::escape)
							.map((name) -> "<button name=\"%1$s\">%1$s</button>%n".formatted(name))
							.collect(Collectors.joining())));
	}

	@Override
	public void reset() {
		synchronized (this.state) {
			this.links.clear();
			this.visits.clear();
		}
	}

	private void evictExpired(Map<String, Access> accesses) {
		Instant now = this.state.now();
		Iterator<Access> oldestFirst = accesses.values().iterator();
		while (oldestFirst.hasNext() && !now.isBefore(oldestFirst.next().expireTime())) {
			oldestFirst.remove();
		}
	}

	record Link(String id, String location, Instant expireTime) {
	}

	private record Access(StoredOrganization organization, Instant expireTime) {
	}

}
