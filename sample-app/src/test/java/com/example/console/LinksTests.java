package com.example.console;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.organizations.StoredOrganization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever people can reach by following links, in the world that the console starts
 * with.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "scalekit.environment-url=", "spring.application.name=links" })
@ExtendWith(OutputCaptureExtension.class)
class LinksTests {

	private static final int PAGES_OF_A_KIND = 3;

	private static final Pattern ORGANIZATION_ID = Pattern.compile("\\borg_\\w+");

	private static final Pattern TOKEN = Pattern.compile("\\beyJ[\\w-]+\\.");

	@LocalServerPort
	private int port;

	@Autowired
	private ScalekitServer scalekit;

	@Value("${scalekit.webhook.secret}")
	private String webhookSecret;

	@Test
	void leadStaffToEveryPage(CapturedOutput output) throws IOException {
		Map<String, String> pages = follow("ines@cloudloom.example", "/organizations/" + northwind());
		assertThat(kinds(pages)).contains("/organizations", "/organizations/*", "/organizations/*/users",
				"/organizations/*/users/*", "/organizations/*/settings", "/users", "/users/*", "/webhooks", "/activity",
				"/account");
		assertHasNoSecret(pages.values());
		assertHasNoSecret(List.of(output.getAll()));
	}

	@Test
	void leadAdministratorsOfACustomerThroughTheirOrganizationOnly() throws IOException {
		Map<String, String> pages = follow("mara@northwind.example", "/organizations");
		assertThat(kinds(pages)).contains("/organizations/*/users", "/organizations/*/settings")
			.doesNotContain("/users", "/activity", "/webhooks", "/organizations/new");
		assertThat(organizations(pages)).containsExactly(northwind());
		assertHasNoSecret(pages.values());
	}

	@Test
	void leadMembersToTheirOrganization() throws IOException {
		Map<String, String> pages = follow("tom@northwind.example", "/organizations");
		assertThat(kinds(pages)).containsExactlyInAnyOrder("/organizations", "/account");
		assertThat(organizations(pages)).containsExactly(northwind());
	}

	private String northwind() {
		return this.scalekit.organizations()
			.all()
			.stream()
			.filter((organization) -> organization.displayName().equals("Northwind Robotics"))
			.map(StoredOrganization::id)
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Follow links from page to page, to some pages of each kind.
	 * @return the pages by their path
	 */
	private Map<String, String> follow(String email, String start) throws IOException {
		Map<String, String> pages = new HashMap<>();
		Map<String, Integer> kinds = new HashMap<>();
		Set<String> known = new HashSet<>(Set.of(start));
		Queue<String> paths = new ArrayDeque<>(known);
		this.scalekit.users().signIn(email);
		try (PlainBrowser browser = new PlainBrowser(this.port)) {
			browser.open("/account");
			while (!paths.isEmpty()) {
				String path = paths.remove();
				if (kinds.merge(kind(path), 1, Integer::sum) > PAGES_OF_A_KIND) {
					continue;
				}
				HtmlPage page = browser.open(path);
				assertThat(page.getWebResponse().getStatusCode()).as(path).isEqualTo(200);
				pages.put(path, page.getWebResponse().getContentAsString());
				page.getAnchors()
					.stream()
					.map((anchor) -> anchor.getHrefAttribute())
					.filter((href) -> href.startsWith("/") && !href.contains(".csv") && known.add(href))
					.forEach(paths::add);
			}
		}
		finally {
			this.scalekit.users().showLoginPage();
		}
		return pages;
	}

	private static Set<String> kinds(Map<String, String> pages) {
		return pages.keySet().stream().map(LinksTests::kind).collect(Collectors.toSet());
	}

	private static String kind(String path) {
		return path.replaceAll("[?#].*", "").replaceAll("/[a-z]+_\\d+", "/*");
	}

	private static Set<String> organizations(Map<String, String> pages) {
		return pages.values()
			.stream()
			.flatMap((page) -> ORGANIZATION_ID.matcher(page).results())
			.map(MatchResult::group)
			.collect(Collectors.toSet());
	}

	private void assertHasNoSecret(Iterable<String> texts) {
		assertThat(texts).isNotEmpty()
			.allSatisfy((text) -> assertThat(text)
				.doesNotContain(this.scalekit.clientSecret(), this.webhookSecret,
						this.webhookSecret.replace("whsec_", ""))
				.doesNotContainPattern(TOKEN));
	}

}
