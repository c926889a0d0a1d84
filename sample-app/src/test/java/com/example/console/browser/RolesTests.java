package com.example.console.browser;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.client.roles.OrganizationRolesClient;
import com.scalekit.spring.client.roles.UpdateRole;
import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.permissions.StoredPermission;
import com.scalekit.spring.test.roles.StoredRole;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The roles of all organizations and of one, and the permissions they consist of.
 */
@BrowserTest
class RolesTests {

	private static final String UPDATE = "PUT /api/v1/organizations/{org_id}/roles/{role_name}";

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private OrganizationRolesClient organizationRoles;

	private String acme = "";

	private String other = "";

	@BeforeEach
	void reset() {
		this.scalekit.reset();
		this.acme = this.scalekit.organizations().add("Acme");
		this.other = this.scalekit.organizations().add("Other");
		this.scalekit.permissions().add("invoices:read", "Reads invoices");
		this.scalekit.permissions().add("invoices:pay", "Pays invoices");
	}

	@Test
	void areListedWithTheirPermissions(Browser browser) {
		this.scalekit.roles().add("clerk", (role) -> role.displayName("Clerk").permissions("invoices:read"));
		this.scalekit.roles()
			.add("payer", (role) -> role.displayName("Payer").extending("clerk").permissions("invoices:pay"));
		this.scalekit.roles().add("auditor", (role) -> role.displayName("Auditor").ofOrganization(this.acme));
		browser.open("/organizations").follow("Roles");
		assertThat(row(browser, "Payer")).contains("payer", "invoices:read", "invoices:pay");
		assertThat(browser.texts("tbody tr")).noneMatch((row) -> row.contains("Auditor"));
		browser.open("/organizations/" + this.acme).click(By.cssSelector(".tabs a[href$='/roles']"));
		assertThat(row(browser, "Auditor")).contains("none", "this organization");
		assertThat(row(browser, "Clerk")).contains("invoices:read", "all");
	}

	@Test
	void areCreatedWithoutAnyScript(Browser browser) {
		browser.withoutScripts().open("/roles").follow("New role").enter("Name", "clerk");
		browser.enter("Display name", "Clerk").enter("Description", "Keeps the books").choose("invoices:read");
		browser.select("Extends", "Member").press("Create role");
		assertThat(browser.text("[role=status]")).isEqualTo("Role Clerk created");
		StoredRole role = this.scalekit.roles().get("clerk");
		assertThat(role.baseRole()).isEqualTo("member");
		assertThat(role.organizationId()).isNull();
		browser.open(path()).follow("New role").enter("Name", "payer").enter("Display name", "Payer");
		browser.press("Create role");
		assertThat(this.scalekit.roles().find(this.acme, "payer").orElseThrow().organizationId()).isEqualTo(this.acme);
	}

	@Test
	void areCreatedOnlyAsScalekitWantsIt(Browser browser) {
		this.scalekit.roles().add("clerk");
		browser.open("/roles/new-role").press("Create role");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#name-error")).isEqualTo("Enter a name");
		assertThat(browser.text("#title-error")).isEqualTo("Enter a display name");
		browser.enter("Name", "no-hyphen").enter("Display name", "Clerk").choose("invoices:pay").press("Create role");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#name-error")).isNotEmpty();
		assertThat(browser.isChosen("invoices:pay")).isTrue();
		browser.enter("Name", "clerk").press("Create role");
		assertThat(browser.text("#name-error")).isEqualTo("Another role has this name");
	}

	@Test
	void areChanged(Browser browser) {
		addAuditor();
		browser.open(path()).follow("Auditor").choose("invoices:pay").press("Save role");
		assertThat(browser.text("[role=status]")).isEqualTo("Role saved");
		browser.press("Save role");
		assertThat(bodies(UPDATE)).containsExactly("{\"permissions\":[\"invoices:pay\",\"invoices:read\"]}");
		browser.enter("Display name", "").press("Save role");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#title-error")).isEqualTo("Enter a display name");
	}

	@Test
	void doNotLoseWhatSomebodyElseHasChanged(Browser browser) {
		addAuditor();
		browser.open(path() + "/auditor").enter("Description", "Mine");
		this.organizationRoles.update(this.acme, "auditor",
				UpdateRole.none().withDescription("Theirs").withPermissions(List.of("invoices:pay")));
		browser.press("Save role");
		assertThat(browser.status()).isEqualTo(409);
		assertThat(browser.texts(".difference")).contains("Description\nThere now: Theirs\nYou entered: Mine",
				"Permission: invoices:pay\nThere now: on\nYou entered: off");
		browser.element("[name=description][value=Mine]").click();
		browser.press("Save");
		assertThat(bodies(UPDATE)).last().isEqualTo("{\"description\":\"Mine\"}");
	}

	@Test
	void areDeletedForAnotherOne(Browser browser) {
		addAuditor();
		this.scalekit.users().add("ada@acme.example", (user) -> user.memberOf(this.acme, "auditor"));
		browser.open(path() + "/auditor").follow("Delete role").press("Delete role");
		assertThat(browser.text("#name-error")).isEqualTo("This is not the name");
		browser.enter("Type Auditor to confirm", "Auditor").press("Delete role");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("[role=alert]")).startsWith("Nothing was deleted. The role is in use");
		browser.enter("Type Auditor to confirm", "Auditor").select("Instead of it", "Member").press("Delete role");
		assertThat(browser.text("[role=status]")).isEqualTo("Role Auditor deleted");
		assertThat(this.scalekit.roles().find(this.acme, "auditor")).isEmpty();
		assertThat(this.scalekit.users().findByEmail("ada@acme.example").orElseThrow().memberships().get(0).roles())
			.extracting("name")
			.containsExactly("member");
	}

	@Test
	void areGivenToWhoHasNoOther(Browser browser) {
		addAuditor();
		browser.open(path()).select("Role of new members", "Auditor").press("Save default roles");
		assertThat(row(browser, "Auditor")).contains("Default");
		assertThat(this.scalekit.roles().defaultMember(this.acme)).isEqualTo("auditor");
		assertThat(this.scalekit.roles().defaultMember(null)).isEqualTo("member");
		this.scalekit.roles().add("guest", (role) -> role.displayName("Guest"));
		browser.open("/roles").select("Role of who creates an organization", "Guest");
		browser.select("Role of new members", "Guest").press("Save default roles");
		assertThat(row(browser, "Guest")).contains("Default", "Default of creators");
	}

	@Test
	void ofTheEnvironmentAreReadOnlyInAnOrganization(Browser browser) {
		this.scalekit.roles().add("clerk", (role) -> role.displayName("Clerk"));
		browser.open(path()).follow("Clerk");
		assertThat(browser.texts("main button")).doesNotContain("Save role");
		browser.follow("Change it for all organizations");
		assertThat(browser.path()).isEqualTo("/roles/clerk");
		assertThat(browser.texts("main button")).contains("Save role");
	}

	@Test
	void ofOtherOrganizationsAreNotFound(Browser browser) {
		this.scalekit.roles().add("boss", (role) -> role.ofOrganization(this.other));
		addAuditor();
		for (String page : List.of("/boss", "/boss/delete")) {
			assertThat(browser.open(path() + page).status()).isEqualTo(404);
			browser.open(path() + "/auditor");
			browser.script("document.querySelector('main form').action = '%s%s?title=Boss&name=boss'; return true"
				.formatted(path(), page));
			assertThat(browser.press("Save role").status()).as(page).isEqualTo(404);
		}
		assertThat(this.scalekit.roles().find(this.other, "boss")).isPresent();
	}

	@Test
	void consistOfPermissions(Browser browser) {
		browser.open("/organizations").follow("Permissions");
		assertThat(browser.texts("tbody th")).contains("invoices:pay", "invoices:read");
		browser.press("Create permission");
		assertThat(browser.text("#name-error")).isEqualTo("Enter a name");
		browser.enter("Name", "invoices:read").press("Create permission");
		assertThat(browser.text("#name-error")).isEqualTo("Another permission has this name");
		browser.enter("Name", "invoices:send").enter("Description", "Sends").press("Create permission");
		assertThat(browser.text("[role=status]")).isEqualTo("Permission invoices:send created");
		browser.follow("invoices:send").enter("Description", "Sends invoices").press("Save permission");
		assertThat(browser.text("[role=status]")).isEqualTo("Permission saved");
		assertThat(this.scalekit.permissions().get("invoices:send").description()).isEqualTo("Sends invoices");
		browser.follow("Delete permission").press("Delete permission");
		assertThat(browser.status()).isEqualTo(422);
		browser.enter("Type invoices:send to confirm", "invoices:send").press("Delete permission");
		assertThat(browser.text("[role=status]")).isEqualTo("Permission invoices:send deleted");
		assertThat(this.scalekit.permissions().all()).extracting(StoredPermission::name)
			.doesNotContain("invoices:send");
	}

	private void addAuditor() {
		this.scalekit.roles()
			.add("auditor",
					(role) -> role.displayName("Auditor").permissions("invoices:read").ofOrganization(this.acme));
	}

	private static String row(Browser browser, String name) {
		return browser.texts("tbody tr").stream().filter((row) -> row.startsWith(name)).findFirst().orElseThrow();
	}

	private String path() {
		return "/organizations/" + this.acme + "/roles";
	}

	private List<String> bodies(String operation) {
		return this.scalekit.requests(operation).stream().map(ReceivedRequest::body).toList();
	}

}
