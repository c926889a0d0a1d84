package com.example.console.browser;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.UpdateOrganization;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.organizations.NewOrganization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console by keyboard, by screen reader, and on a phone.
 */
@BrowserTest
class AccessibilityTests {

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private OrganizationsClient organizations;

	private String id = "";

	private List<String> pages = List.of();

	@BeforeEach
	void reset() {
		this.scalekit.reset();
		this.scalekit.organizations().addMany(45);
		this.scalekit.organizations()
			.add("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");
		this.id = this.scalekit.organizations()
			.add(NewOrganization.named("W".repeat(200))
				.externalId("x".repeat(200))
				.slug("s".repeat(60))
				.logoUrl("https://acme.example/" + "l".repeat(200))
				.feature("sso")
				.feature("dir_sync")
				.feature("domain_verification")
				.metadata("k".repeat(25), "v".repeat(256)));
		this.scalekit.webhooks().awaitDeliveries();
		String organization = "/organizations/" + this.id;
		String user = this.scalekit.users()
			.add("e".repeat(60) + "@acme.example",
					(details) -> details.name("G".repeat(100), "F".repeat(100)).invitedTo(this.id));
		String connection = this.scalekit.connections()
			.add(this.id,
					(details) -> details.saml()
						.domain("d".repeat(60) + ".example")
						.configuration("sp_entity_id", "https://acme.example/" + "s".repeat(200)));
		String directory = organization + "/directories/" + this.scalekit.directories()
			.add(this.id,
					(details) -> details.name("N".repeat(100)).user("u".repeat(60) + "@acme.example", "G".repeat(100)));
		String client = this.scalekit.apiClients().add(this.id, "C".repeat(100));
		String domain = this.scalekit.domains().add(this.id, "x".repeat(60) + ".example");
		this.scalekit.permissions().add("invoices:read", "d".repeat(300));
		this.scalekit.roles().add("editor", (role) -> role.permissions("invoices:read"));
		this.scalekit.roles().add("auditor", (role) -> role.displayName("A".repeat(100)).ofOrganization(this.id));
		this.pages = List.of("/organizations", "/users?text=" + "x".repeat(150), "/users", "/organizations/new",
				organization, organization + "/edit", organization + "/settings", organization + "/delete",
				organization + "/users", organization + "/users/new", organization + "/users/invitations",
				organization + "/sessions", organization + "/domains", organization + "/domains/" + domain + "/remove",
				organization + "/roles", organization + "/roles/new-role", organization + "/roles/auditor",
				organization + "/roles/auditor/delete", "/roles", "/roles/new-role", "/roles/editor",
				"/roles/editor/delete", "/permissions", "/permissions/invoices:read",
				"/permissions/invoices:read/delete", organization + "/clients", organization + "/clients/new",
				organization + "/clients/" + client, organization + "/clients/" + client + "/revoke",
				organization + "/sign-ins", organization + "/users/" + user,
				organization + "/users/" + user + "/remove", "/users/" + user, organization + "/connections",
				organization + "/connections/" + connection, organization + "/directories", directory,
				directory + "/groups", "/organizations/org_404", "/nothing", "/activity", "/webhooks", "/account",
				"/signed-out", "/sign-in-failed");
	}

	@Test
	void fitsAPhone(Browser browser) {
		browser.size(360, 740);
		for (String page : this.pages) {
			browser.open(page);
			assertThat(browser.width()).as(page).isEqualTo(360);
		}
		browser.open("/organizations").follow("Next").follow("Next");
		assertThat(browser.texts("tbody th")).hasSize(7);
		assertThat(browser.width()).isEqualTo(360);
		browser.open("/organizations/new").press("Create organization");
		assertThat(browser.width()).isEqualTo(360);
	}

	@Test
	void hasTheOutlineThatScreenReadersReadOut(Browser browser) {
		for (String page : this.pages) {
			browser.open(page);
			assertThat(browser.texts("h1")).as(page).hasSize(1);
			assertThat(browser.elements("header, main")).as(page).hasSize(2);
			assertThat(browser.element("html").getDomAttribute("lang")).isEqualTo("en");
			assertThat(ids(browser)).as(page).doesNotHaveDuplicates();
			assertThat(references(browser)).as(page).isSubsetOf(ids(browser));
		}
	}

	@Test
	void hasNoBarriersThatAreKnown(Browser browser) {
		for (String page : this.pages) {
			assertThat(browser.light().open(page).barriers()).as(page).isEmpty();
			assertThat(browser.dark().barriers()).as(page + " in the dark").isEmpty();
		}
	}

	@Test
	void hasNoBarriersThatAreKnownBehindForms(Browser browser) {
		String organization = "/organizations/" + this.id;
		browser.open(organization + "/connections").press("Create a link");
		assertThat(browser.barriers()).isEmpty();
		browser.open(organization + "/clients/new").enter("Name", "Program").press("Create API client");
		assertThat(browser.barriers()).isEmpty();
		browser.open(organization + "/edit").enter("Name", "").press("Save");
		assertThat(browser.barriers()).isEmpty();
		browser.open(organization + "/edit").enter("Slug", "mine");
		this.organizations.update(this.id, UpdateOrganization.none().withSlug("theirs"));
		assertThat(browser.press("Save").barriers()).isEmpty();
	}

	private static List<String> ids(Browser browser) {
		return browser.attributes("id");
	}

	private static List<String> references(Browser browser) {
		return Stream.of("for", "aria-describedby", "aria-labelledby")
			.flatMap((attribute) -> browser.attributes(attribute).stream())
			.flatMap((references) -> Stream.of(references.split(" ")))
			.filter((reference) -> !reference.isEmpty())
			.toList();
	}

	@Test
	void isUsableWhenThereIsAConflict(Browser browser) {
		browser.size(360, 740)
			.open("/organizations/%s/edit".formatted(this.id))
			.enter("Slug", "mine")
			.enter("Metadata", "k".repeat(24) + " = " + "v".repeat(256));
		this.organizations.update(this.id, UpdateOrganization.none().withSlug("theirs"));
		browser.press("Save");
		assertThat(browser.status()).isEqualTo(409);
		assertThat(browser.width()).isEqualTo(360);
		assertThat(browser.focused().getDomAttribute("role")).isEqualTo("alert");
		assertThat(browser.texts("h1")).hasSize(1);
		assertThat(browser.texts("legend")).containsExactly("Slug", "Metadata: " + "k".repeat(25),
				"Metadata: " + "k".repeat(24));
		assertThat(browser.elements("[type=radio]"))
			.allSatisfy((element) -> assertThat(element.getAccessibleName()).isNotBlank());
		assertThat(references(browser)).isSubsetOf(ids(browser));
	}

	@Test
	void letsTheKeyboardSkipTheHeader(Browser browser) {
		browser.open("/organizations").type(Keys.TAB);
		assertThat(browser.focused().getText()).isEqualTo("Skip to content");
		assertThat(browser.focused().getLocation().getY()).isNotNegative();
		browser.type(Keys.ENTER).type(Keys.TAB);
		assertThat(browser.focused().getText()).isEqualTo("Export CSV");
	}

	@Test
	void showsWhereTheKeyboardIs(Browser browser) {
		browser.open("/organizations");
		for (int i = 0; i < 12; i++) {
			browser.type(Keys.TAB);
			assertThat(browser.focused().getCssValue("outline-style")).isEqualTo("solid");
			assertThat(browser.focused().getCssValue("outline-width")).isEqualTo("3px");
		}
	}

	@Test
	void isUsedWithTheKeyboardAlone(Browser browser) {
		browser.open("/organizations");
		while (!browser.focused().getText().equals("New organization")) {
			browser.type(Keys.TAB);
		}
		browser.key(Keys.ENTER);
		while (!browser.focused().getTagName().equals("input")) {
			browser.type(Keys.TAB);
		}
		browser.type("Typed").key(Keys.ENTER);
		assertThat(browser.text("[role=status]")).isEqualTo("Organization Typed created");
	}

	@Test
	void followsTheColoursOfTheSystem(Browser browser) {
		String light = browser.open("/organizations").element("body").getCssValue("background-color");
		String dark = browser.dark().open("/organizations").element("body").getCssValue("background-color");
		assertThat(light).isEqualTo("rgba(246, 247, 249, 1)");
		assertThat(dark).isEqualTo("rgba(14, 19, 27, 1)");
	}

}
