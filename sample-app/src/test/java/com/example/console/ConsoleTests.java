package com.example.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console and its in-memory environment, used the way a person does.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "scalekit.environment-url=")
class ConsoleTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ScalekitServer scalekit;

	private Browser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new Browser(this.port);
	}

	@AfterEach
	void closeBrowser() {
		this.browser.close();
	}

	@Test
	void startsWithTheListOfOrganizations() throws IOException {
		HtmlPage page = this.browser.open("/");
		assertThat(page.getUrl()).hasPath("/organizations");
		assertThat(page.getTitleText()).isEqualTo("Organizations · Tenant Console");
		assertThat(Browser.texts(page, "tbody th")).hasSize(10).startsWith("Alder & Finch Architects");
		assertThat(Browser.text(page, "h1 + p"))
			.isEqualTo("%d organizations".formatted(this.scalekit.organizations().count()));
	}

	@Test
	void tellsOnEachPageThatTheEnvironmentIsInMemory() throws IOException {
		for (String path : List.of("/organizations", "/organizations/new", "/organizations/org_404", "/nothing")) {
			assertThat(Browser.text(this.browser.open(path), "header")).as(path)
				.contains("In-memory environment (no account needed)");
		}
	}

	@Test
	void pagesForwardToTheEndAndBackToTheStart() throws IOException {
		HtmlPage page = this.browser.open("/organizations");
		List<List<String>> forward = new ArrayList<>(List.of(identifiers(page)));
		while (has(page, "Next")) {
			page = Browser.follow(page, "Next");
			forward.add(identifiers(page));
		}
		Set<String> all = new LinkedHashSet<>();
		forward.forEach(all::addAll);
		assertThat(all).hasSize(this.scalekit.organizations().count());
		assertThat(forward).hasSizeGreaterThan(3);
		List<List<String>> backward = new ArrayList<>();
		while (has(page, "Previous")) {
			page = Browser.follow(page, "Previous");
			backward.add(0, identifiers(page));
		}
		assertThat(backward).isEqualTo(forward.subList(0, forward.size() - 1));
	}

	@Test
	void createsAnOrganization() throws IOException {
		HtmlPage page = Browser.follow(this.browser.open("/organizations"), "New organization");
		Browser.enter(page, "displayName", "  Acme  ");
		Browser.enter(page, "externalId", "acme-1");
		HtmlPage created = Browser.press(page, "Create organization");
		assertThat(Browser.text(created, "[role=status]")).isEqualTo("Organization Acme created");
		assertThat(Browser.text(created, "h1")).isEqualTo("Acme");
		assertThat(Browser.text(created, "dl")).contains("acme-1");
		assertThat(Browser.text(this.browser.open(created.getUrl().getPath()), "[role=status]")).isEmpty();
	}

	@Test
	void createsAnOrganizationWithoutAnExternalId() throws IOException {
		HtmlPage page = this.browser.open("/organizations/new");
		Browser.enter(page, "displayName", "Bolt");
		HtmlPage created = Browser.press(page, "Create organization");
		assertThat(Browser.text(created, "dl")).containsPattern("External ID\\s+none");
	}

	@Test
	void showsWhatScalekitSaysAboutAFieldBesideIt() throws IOException {
		int count = this.scalekit.organizations().count();
		HtmlPage page = this.browser.open("/organizations/new");
		Browser.enter(page, "displayName", "n".repeat(201));
		Browser.enter(page, "externalId", "kept");
		HtmlPage refused = Browser.press(page, "Create organization");
		assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
		assertThat(Browser.text(refused, "#displayName-error"))
			.isEqualTo("Value length must be at most 200 characters");
		assertThat(Browser.text(refused, "#externalId-error")).isEmpty();
		assertThat(refused.getElementById("displayName").getAttribute("aria-describedby"))
			.contains("displayName-error");
		assertThat(refused.getElementById("externalId").getAttribute("value")).isEqualTo("kept");
		assertThat(this.scalekit.organizations().count()).isEqualTo(count);
	}

	@Test
	void asksForAName() throws IOException {
		HtmlPage page = this.browser.open("/organizations/new");
		page.getElementById("displayName").removeAttribute("required");
		Browser.enter(page, "displayName", " ");
		assertThat(Browser.text(Browser.press(page, "Create organization"), "#displayName-error"))
			.isEqualTo("Enter a name");
	}

	@Test
	void showsThatAnExternalIdIsTakenBesideIt() throws IOException {
		this.scalekit.organizations().add("First", "taken");
		HtmlPage page = this.browser.open("/organizations/new");
		Browser.enter(page, "displayName", "Second");
		Browser.enter(page, "externalId", "taken");
		HtmlPage refused = Browser.press(page, "Create organization");
		assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
		assertThat(Browser.text(refused, "#externalId-error")).isEqualTo("Another organization has this external ID");
		assertThat(Browser.text(refused, "#displayName-error")).isEmpty();
	}

	@Test
	void renamesAnOrganization() throws IOException {
		HtmlPage page = openNew("Before", "rename-1");
		Browser.enter(page, "displayName", "After");
		HtmlPage renamed = Browser.press(page, "Save name");
		assertThat(Browser.text(renamed, "[role=status]")).isEqualTo("Organization renamed to After");
		assertThat(Browser.text(renamed, "h1")).isEqualTo("After");
		assertThat(Browser.text(renamed, "dl")).contains("rename-1");
	}

	@Test
	void keepsTheNameIfScalekitRefusesTheNewOne() throws IOException {
		HtmlPage page = openNew("Before", null);
		Browser.enter(page, "displayName", "n".repeat(201));
		HtmlPage refused = Browser.press(page, "Save name");
		assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(422);
		assertThat(Browser.text(refused, "#displayName-error"))
			.isEqualTo("Value length must be at most 200 characters");
		assertThat(Browser.text(refused, "h1")).isEqualTo("Before");
	}

	@Test
	void deletesAnOrganizationOnceItIsConfirmed() throws IOException {
		HtmlPage page = openNew("Closing Down", null);
		int count = this.scalekit.organizations().count();
		HtmlPage confirmation = Browser.follow(page, "Delete organization");
		assertThat(Browser.text(confirmation, "h1")).isEqualTo("Delete Closing Down?");
		assertThat(this.scalekit.organizations().count()).isEqualTo(count);
		HtmlPage deleted = Browser.press(confirmation, "Delete organization");
		assertThat(deleted.getUrl()).hasPath("/organizations");
		assertThat(Browser.text(deleted, "[role=status]")).isEqualTo("Organization Closing Down deleted");
		assertThat(this.scalekit.organizations().count()).isEqualTo(count - 1);
	}

	@Test
	void opensTheAdminPortalInANewTab() throws IOException {
		HtmlPage page = openNew("Portal Owner", null);
		HtmlForm form = page.querySelector("form[action$='/portal']");
		assertThat(form.getTargetAttribute()).isEqualTo("_blank");
		assertThat(form.getAttribute("rel")).isEqualTo("noopener");
		HtmlPage portal = Browser.press(page, "Open admin portal");
		assertThat(portal.getUrl().toString()).startsWith(this.scalekit.url());
		assertThat(Browser.text(portal, "body")).contains("Portal Owner");
		assertThat(Browser.text(Browser.press(page, "Open admin portal"), "body")).contains("Portal Owner");
	}

	@Test
	void showsANameAndDoesNotRunIt() throws IOException {
		String name = "<script>alert(1)</script>";
		HtmlPage page = this.browser.open("/organizations/new");
		Browser.enter(page, "displayName", name);
		HtmlPage created = Browser.press(page, "Create organization");
		HtmlPage confirmation = Browser.follow(created, "Delete organization");
		HtmlPage deleted = Browser.press(confirmation, "Delete organization");
		assertThat(Browser.text(created, "h1")).isEqualTo(name);
		assertThat(created.getTitleText()).startsWith(name);
		assertThat(Browser.text(deleted, "[role=status]")).contains(name);
		assertThat(List.of(created, confirmation, deleted))
			.allSatisfy((shown) -> assertThat(shown.getElementsByTagName("script")).isEmpty());
	}

	@Test
	void showsThatThereIsNoSuchOrganization() throws IOException {
		HtmlPage page = this.browser.open("/organizations/org_404");
		assertThat(page.getWebResponse().getStatusCode()).isEqualTo(404);
		assertThat(Browser.text(page, "h1")).isEqualTo("Organization not found");
		assertThat(Browser.text(page, "main")).containsPattern("Request ID .*\\w{8}-");
	}

	@Test
	void showsThatThereIsNoSuchPage() throws IOException {
		for (String path : List.of("/nothing", "/organizations/%20", "/organizations/1")) {
			HtmlPage page = this.browser.open(path);
			assertThat(page.getWebResponse().getStatusCode()).as(path).isEqualTo(404);
			assertThat(Browser.text(page, "h1")).as(path).isEqualTo("Page not found");
		}
	}

	@Test
	void showsThatAPageTokenIsOfNoUse() throws IOException {
		HtmlPage page = this.browser.open("/organizations?page=nonsense");
		assertThat(page.getWebResponse().getStatusCode()).isEqualTo(400);
		assertThat(Browser.text(page, "h1")).isEqualTo("Scalekit did not accept this");
	}

	private HtmlPage openNew(String displayName, String externalId) throws IOException {
		return this.browser.open("/organizations/" + this.scalekit.organizations().add(displayName, externalId));
	}

	private static List<String> identifiers(HtmlPage page) {
		return Browser.texts(page, "tbody td:nth-child(3)");
	}

	private static boolean has(HtmlPage page, String link) {
		return page.getAnchors().stream().anyMatch((anchor) -> anchor.getVisibleText().contains(link));
	}

}
