package com.example.console.browser;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.directories.NewDirectory;
import com.scalekit.spring.test.organizations.NewOrganization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person does with the directories of an organization.
 */
@BrowserTest
class DirectoriesTests {

	private static final String DISABLE = "PATCH /api/v1/organizations/{organization_id}/directories/{id}:disable";

	private static final By TAB = By.cssSelector(".tabs a[href$='/directories']");

	@Autowired
	private ScalekitServer scalekit;

	private String acme = "";

	@BeforeEach
	void reset() {
		this.scalekit.reset();
		this.acme = this.scalekit.organizations().add(NewOrganization.named("Acme").feature("dir_sync"));
	}

	@Test
	void areListed(Browser browser) {
		this.scalekit.directories()
			.add(this.acme, (directory) -> directory.name("Acme people").user("ada@acme.com", "Admins", "Staff"));
		this.scalekit.directories()
			.add(this.acme, (directory) -> directory.name("Old").type("POLL").provider("GOOGLE").disabled());
		browser.open("/organizations/" + this.acme).click(TAB);
		assertThat(browser.texts("tbody tr")).hasSize(2);
		assertThat(browser.texts("tbody tr").get(0)).contains("Acme people", "Okta", "SCIM", "1", "2", "Enabled");
		assertThat(browser.texts("tbody tr").get(1)).contains("Old", "Google", "polled", "Disabled");
	}

	@Test
	void areSetUpInTheAdminPortalWithoutAnyScript(Browser browser) {
		browser.withoutScripts().open(directories());
		assertThat(browser.text("main")).contains("No directory yet");
		browser.press("Create a link to set one up");
		assertThat(browser.text("h1")).isEqualTo("Admin portal of Acme");
		assertThat(this.scalekit.requests("PUT /api/v1/organizations/{id}/portal_links")).singleElement()
			.satisfies((request) -> assertThat(request.parameters()).containsEntry("features", List.of("dir_sync")));
	}

	@Test
	void haveUsersAndGroupsPageByPage(Browser browser) {
		this.scalekit.directories().add(this.acme, (directory) -> {
			directory.name("Acme people").user("ada@acme.com", "Admins", "Staff").users(30);
			for (int i = 0; i < 20; i++) {
				directory.group("Group " + i);
			}
		});
		browser.open(directories()).follow("Acme people");
		assertThat(browser.text("dl")).contains("Enabled", "Okta, SCIM", "/scim/v2");
		assertThat(browser.texts("tbody tr")).hasSize(20);
		assertThat(browser.texts("tbody tr").get(0)).contains("ada@acme.com", "Admins", "Staff");
		browser.follow("Next");
		assertThat(browser.texts("tbody tr")).hasSize(11);
		assertThat(browser.texts("#size option")).containsExactly("10", "20");
		browser.follow("Groups");
		assertThat(browser.texts("tbody tr")).hasSize(20);
		assertThat(browser.texts("tbody tr").get(0)).contains("Admins", "1");
		browser.follow("Next");
		assertThat(browser.texts("tbody tr")).hasSize(2);
		browser.select("Groups per page", "10").press("Show");
		assertThat(browser.path()).endsWith("/groups");
		assertThat(browser.texts("tbody tr")).hasSize(10);
	}

	@Test
	void mayBeEmpty(Browser browser) {
		String id = this.scalekit.directories().add(this.acme, NewDirectory::disabled);
		assertThat(browser.open(directories() + "/" + id).text(".card--empty")).contains("No users yet");
		assertThat(browser.follow("Groups").text(".card--empty")).contains("No groups yet");
	}

	@Test
	void areDisabledAndEnabled(Browser browser) {
		String id = this.scalekit.directories().add(this.acme, (directory) -> directory.users(1));
		browser.open(directories() + "/" + id).press("Disable directory");
		assertThat(browser.text("[role=status]")).isEqualTo("Directory disabled");
		assertThat(this.scalekit.directories().get(id).enabled()).isFalse();
		browser.press("Enable directory");
		assertThat(browser.text("[role=status]")).isEqualTo("Directory enabled");
		assertThat(this.scalekit.directories().get(id).enabled()).isTrue();
	}

	@Test
	void tellWhyTheyAreNotDisabled(Browser browser) {
		String id = this.scalekit.directories().add(this.acme, (directory) -> directory.users(1));
		this.scalekit.next(DISABLE)
			.respondsWith(ScriptedResponse.of(200)
				.withBody("application/json", "{\"enabled\":true,\"error_message\":\"sync is running\"}"));
		browser.open(directories() + "/" + id + "/groups").press("Disable directory");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("[role=alert]")).isEqualTo("Nothing was changed. Sync is running.");
		assertThat(browser.texts("tbody tr")).hasSize(1);
	}

	@Test
	void areNotFoundInOtherOrganizations(Browser browser) {
		String other = this.scalekit.organizations().add("Other");
		String id = this.scalekit.directories().add(other, (directory) -> directory.user("ada@other.com", "Staff"));
		assertThat(browser.open(directories() + "/" + id).status()).isEqualTo(404);
		assertThat(browser.open(directories() + "/" + id + "/groups").status()).isEqualTo(404);
		browser.open("/organizations/%s/directories/%s".formatted(other, id));
		browser.script("document.querySelector('main form').action = '%s/%s'; return 1".formatted(directories(), id));
		browser.press("Disable directory");
		assertThat(browser.status()).isEqualTo(404);
		assertThat(this.scalekit.directories().get(id).enabled()).isTrue();
	}

	private String directories() {
		return "/organizations/" + this.acme + "/directories";
	}

}
