package com.example.console.browser;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import com.scalekit.spring.client.apiclients.ApiClient;
import com.scalekit.spring.client.apiclients.ApiClientsClient;
import com.scalekit.spring.client.apiclients.UpdateApiClient;
import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The API clients of an organization.
 */
@BrowserTest
@ExtendWith(OutputCaptureExtension.class)
class ApiClientsTests {

	private static final String UPDATE = "PATCH /api/v1/organizations/{organization_id}/clients/{client_id}";

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private ApiClientsClient clients;

	private String acme = "";

	private String other = "";

	@BeforeEach
	void reset() {
		this.scalekit.reset();
		this.acme = this.scalekit.organizations().add("Acme");
		this.other = this.scalekit.organizations().add("Other");
	}

	@Test
	void areListed(Browser browser) {
		browser.open("/organizations/" + this.acme).follow("API clients");
		assertThat(browser.text("main")).contains("No API clients yet");
		String id = this.scalekit.apiClients().add(this.acme, "Nightly export");
		this.scalekit.apiClients().add(this.other, "Elsewhere");
		browser.open(path());
		assertThat(browser.texts("tbody tr")).singleElement().asString().contains("Nightly export", id);
	}

	@Test
	void areCreatedWithASecretThatIsShownOnce(Browser browser, CapturedOutput output) {
		browser.withoutScripts()
			.open(path())
			.follow("New API client")
			.enter("Name", "Nightly export")
			.enter("Scopes", " invoices:read,  invoices:pay ")
			.enter("Audience", "https://api.acme.example")
			.press("Create API client");
		assertThat(browser.text("main")).contains("It is not shown again");
		ApiClient client = this.clients.list(this.acme).clients().get(0);
		assertThat(client.name()).isEqualTo("Nightly export");
		assertThat(client.scopes()).containsExactly("invoices:read", "invoices:pay");
		assertThat(client.audience()).containsExactly("https://api.acme.example");
		assertThat(browser.texts("dd code")).hasSize(2).startsWith(client.clientId());
		String secret = browser.texts("dd code").get(1);
		assertThat(secret).endsWith(client.secrets().get(0).secretSuffix()).hasSizeGreaterThan(20);
		browser.follow("I have copied it");
		assertThat(browser.path()).isEqualTo(path() + "/" + client.clientId());
		assertThat(browser.source()).contains(client.secrets().get(0).secretSuffix()).doesNotContain(secret);
		assertThat(browser.open(path()).source()).doesNotContain(secret);
		assertThat(output).doesNotContain(secret);
	}

	@Test
	void areCreatedOnlyAsScalekitWantsIt(Browser browser) {
		browser.open(path() + "/new").press("Create API client");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#name-error")).isEqualTo("Enter a name");
		browser.enter("Name", "n".repeat(129)).press("Create API client");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#name-error")).isNotEmpty();
		assertThat(this.clients.list(this.acme).clients()).isEmpty();
	}

	@Test
	void areChanged(Browser browser) {
		String id = this.scalekit.apiClients().add(this.acme, "Nightly export");
		browser.open(path()).follow("Nightly export").enter("Description", "Exports invoices").press("Save");
		assertThat(browser.text("[role=status]")).isEqualTo("API client saved");
		browser.press("Save");
		assertThat(this.scalekit.requests(UPDATE).stream().map(ReceivedRequest::body))
			.containsExactly("{\"description\":\"Exports invoices\"}");
		browser.enter("Name", "").press("Save");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(this.clients.get(this.acme, id).name()).isEqualTo("Nightly export");
	}

	@Test
	void doNotLoseWhatSomebodyElseHasChanged(Browser browser) {
		String id = this.scalekit.apiClients().add(this.acme, "Nightly export");
		browser.open(path() + "/" + id).enter("Name", "Mine");
		this.clients.update(this.acme, id, UpdateApiClient.none().withName("Theirs"));
		browser.press("Save");
		assertThat(browser.status()).isEqualTo(409);
		assertThat(browser.texts(".difference")).containsExactly("Name\nThere now: Theirs\nYou entered: Mine");
	}

	@Test
	void getAnotherSecretBeforeTheOldOneIsDeleted(Browser browser) {
		String id = this.scalekit.apiClients().add(this.acme, "Nightly export");
		this.scalekit.apiClients().addSecret(id);
		String old = this.clients.get(this.acme, id).secrets().get(0).secretSuffix();
		browser.open(path() + "/" + id);
		assertThat(browser.texts("#secrets button")).containsExactly("Add a secret");
		browser.press("Add a secret");
		String secret = browser.texts("dd code").get(1);
		browser.follow("I have copied it").press("Delete the secret that ends with " + old);
		assertThat(browser.text("[role=status]")).isEqualTo("Secret deleted");
		assertThat(this.clients.get(this.acme, id).secrets()).singleElement()
			.satisfies((kept) -> assertThat(secret).endsWith(kept.secretSuffix()));
	}

	@Test
	void areRevokedOnceTheirNameIsTyped(Browser browser) {
		String id = this.scalekit.apiClients().add(this.acme, "Nightly export");
		browser.open(path() + "/" + id).follow("Revoke API client").press("Revoke API client");
		assertThat(browser.status()).isEqualTo(422);
		browser.enter("Type Nightly export to confirm", "Nightly export").press("Revoke API client");
		assertThat(browser.text("[role=status]")).isEqualTo("Nightly export revoked");
		assertThat(this.clients.list(this.acme).clients()).isEmpty();
	}

	@Test
	void ofOtherOrganizationsAreNotFound(Browser browser) {
		String id = this.scalekit.apiClients().add(this.other, "Elsewhere");
		this.scalekit.apiClients().addSecret(id);
		String secretId = this.clients.get(this.other, id).secrets().get(0).id();
		String own = this.scalekit.apiClients().add(this.acme, "Own");
		for (String page : List.of("", "/revoke")) {
			assertThat(browser.open(path() + "/" + id + page).status()).isEqualTo(404);
		}
		for (String action : List.of(id, id + "/revoke", id + "/secrets", id + "/secrets/" + secretId,
				own + "/secrets/" + secretId)) {
			browser.open(path() + "/" + own);
			browser
				.script("document.querySelector('form[action$=secrets]').action = '%s/%s?name=Elsewhere'; return true"
					.formatted(path(), action));
			assertThat(browser.press("Add a secret").status()).as(action).isEqualTo(404);
		}
		assertThat(this.clients.get(this.other, id).secrets()).hasSize(1);
	}

	private String path() {
		return "/organizations/" + this.acme + "/clients";
	}

}
