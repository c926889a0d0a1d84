package com.example.console.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.UpdateOrganization;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.organizations.NewOrganization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the console does not let others do through a person's browser.
 */
@BrowserTest
class SafetyTests {

	private static final String HOSTILE = "\"'><script>document.title = 'taken over'</script><img src=x onerror=\"document.title = 'taken over'\">${7*7}";

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private OrganizationsClient organizations;

	@BeforeEach
	void reset() {
		this.scalekit.reset();
	}

	@Test
	void showsWhatOthersHaveTypedAndDoesNotRunIt(Browser browser) {
		String id = this.scalekit.organizations()
			.add(NewOrganization.named(HOSTILE)
				.externalId(HOSTILE)
				.metadata("key" + HOSTILE.substring(0, 20), HOSTILE));
		String path = "/organizations/" + id;
		for (String page : List.of("/organizations", "/find?text=%3Cscript%3Ealert(1)%3C/script%3E", path,
				path + "/edit", path + "/settings", path + "/delete")) {
			browser.open(page);
			assertThat(browser.texts("main script:not([src]), main img")).as(page).isEmpty();
			assertThat(browser.title()).as(page).isNotEqualTo("taken over");
		}
		browser.open(path + "/edit").enter("Slug", "mine");
		this.organizations.update(id, UpdateOrganization.none().withMetadata(Map.of("plan", HOSTILE)));
		browser.press("Save");
		assertThat(browser.texts(".difference")).hasSize(3);
		assertThat(browser.texts("main script:not([src]), main img")).isEmpty();
		browser.open(path);
		assertThat(browser.text("h1 > :last-child")).isEqualTo(HOSTILE);
		assertThat(browser.texts("dd")).contains(HOSTILE);
		browser.open(path + "/edit").press("Save");
		assertThat(browser.text("[role=status]")).isEqualTo("Organization %s saved".formatted(HOSTILE));
	}

	@Test
	void doesNotLetAnotherSitePostItsForms(Browser browser) throws IOException {
		HttpServer otherSite = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		String console = browser.open("/organizations").address();
		byte[] page = """
				<form method="post" action="%s/new"><input name="displayName" value="Planted"><button>Win a prize</button></form>
				"""
			.formatted(console)
			.getBytes(StandardCharsets.UTF_8);
		otherSite.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, page.length);
			exchange.getResponseBody().write(page);
			exchange.close();
		});
		otherSite.start();
		try {
			browser.open("http://127.0.0.1:" + otherSite.getAddress().getPort()).press("Win a prize");
		}
		finally {
			otherSite.stop(0);
		}
		assertThat(browser.text("h1")).isEqualTo("Request refused");
		assertThat(this.scalekit.organizations().count()).isZero();
	}

	@Test
	void isNotThereUnderAnotherName(Browser browser) {
		URI console = URI.create(browser.open("/organizations").address());
		browser.open("http://other.localhost:%d/organizations".formatted(console.getPort()));
		assertThat(browser.status()).isEqualTo(400);
		assertThat(browser.source()).doesNotContain("Tenant Console");
	}

	/**
	 * A page that is longer than the buffer of a response, with its form at the end.
	 */
	@Test
	void protectsTheFormsOfALongPage(Browser browser) {
		NewOrganization acme = NewOrganization.named("Acme").feature("sso");
		for (int i = 0; i < 10; i++) {
			acme.metadata("key" + i, "&".repeat(256));
		}
		String id = this.scalekit.organizations().add(acme);
		browser.open("/organizations/" + id).press("Create link");
		assertThat(browser.status()).isEqualTo(200);
		assertThat(browser.text("h1")).isEqualTo("Admin portal of Acme");
	}

	@Test
	void obeysItsOwnPolicy(Browser browser) {
		String path = "/organizations/"
				+ this.scalekit.organizations().add(NewOrganization.named("Acme").feature("sso"));
		for (String page : List.of("/organizations", "/organizations/new", path, path + "/edit", path + "/settings",
				path + "/delete", "/activity", "/webhooks")) {
			browser.open(page);
			assertThat(browser.complaints()).as(page).isEmpty();
		}
		browser.open(path).press("Create link");
		assertThat(browser.complaints()).isEmpty();
	}

}
