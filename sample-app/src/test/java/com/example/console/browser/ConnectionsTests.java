package com.example.console.browser;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.connections.NewConnection;
import com.scalekit.spring.test.organizations.NewOrganization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person does with the connections of an organization.
 */
@BrowserTest
class ConnectionsTests {

	private static final String ENABLE = "PATCH /api/v1/organizations/{organization_id}/connections/{id}:enable";

	private static final By TAB = By.cssSelector(".tabs a[href$='/connections']");

	@Autowired
	private ScalekitServer scalekit;

	private String acme = "";

	@BeforeEach
	void reset() {
		this.scalekit.reset();
		this.acme = this.scalekit.organizations().add(NewOrganization.named("Acme").feature("sso"));
	}

	@Test
	void areListed(Browser browser) {
		this.scalekit.connections()
			.add(this.acme, (connection) -> connection.oidc().provider("OKTA").domain("acme.com").domain("acme.org"));
		this.scalekit.connections().add(this.acme, (connection) -> connection.saml().provider("AUTH0").disabled());
		this.scalekit.connections().add(this.acme, NewConnection::incomplete);
		this.scalekit.connections().add(this.scalekit.organizations().add("Other"), NewConnection::oidc);
		browser.open("/organizations/" + this.acme).click(TAB);
		assertThat(browser.texts("tbody tr")).hasSize(3);
		assertThat(browser.texts("tbody tr").get(0)).contains("Okta", "OpenID Connect", "acme.com, acme.org",
				"Enabled");
		assertThat(browser.texts("tbody tr").get(1)).contains("Auth0", "SAML 2.0", "none", "Disabled");
		assertThat(browser.texts("tbody tr").get(2)).contains("Custom", "Setup not finished");
	}

	@Test
	void areSetUpInTheAdminPortalWithoutAnyScript(Browser browser) {
		browser.withoutScripts().open(connections());
		assertThat(browser.text("main")).contains("No connection yet");
		browser.press("Create a link to set one up");
		assertThat(browser.text("h1")).isEqualTo("Admin portal of Acme");
		assertThat(this.scalekit.requests("PUT /api/v1/organizations/{id}/portal_links")).singleElement()
			.satisfies((request) -> assertThat(request.parameters()).containsEntry("features", List.of("sso")));
	}

	@Test
	void needTheFeatureOfTheirOrganization(Browser browser) {
		String other = this.scalekit.organizations().add("Other");
		browser.open("/organizations/%s/connections".formatted(other));
		assertThat(browser.text("main")).contains("Single sign-on is off for this organization");
		assertThat(browser.texts("main button")).isEmpty();
		assertThat(browser.follow("Switch it on").path()).endsWith("/settings");
	}

	@Test
	void tellWhatToSetUpAtTheIdentityProvider(Browser browser) {
		String saml = this.scalekit.connections()
			.add(this.acme, (connection) -> connection.saml()
				.provider("MICROSOFT_AD")
				.domain("acme.com")
				.configuration("sp_entity_id", "https://env.example/sp")
				.configuration("sp_assertion_url", "https://env.example/acs")
				.configuration("sp_metadata_url", "https://env.example/metadata")
				.configuration("idp_certificates",
						List.of(Map.of("id", "crt_1", "issuer", "CN=Acme", "expiry_time", "2030-01-02T03:04:05Z"))));
		browser.open(connections()).follow("Microsoft Entra ID").inZone("UTC");
		assertThat(browser.text("h1")).isEqualTo("Microsoft Entra ID connection");
		assertThat(browser.text("main")).contains("acme.com Verified", "CN=Acme", "2 Jan 2030")
			.doesNotContain("Sign-out URL");
		assertThat(browser.texts("code")).contains(saml, "https://env.example/sp", "https://env.example/acs",
				"https://env.example/metadata");
		assertThat(browser.element("a[target=_blank]").getDomAttribute("href")).endsWith("/test-connection/" + saml);
	}

	@Test
	void keepTheSecretOfTheIdentityProvider(Browser browser) {
		String id = this.scalekit.connections()
			.add(this.acme,
					(connection) -> connection.oidc()
						.configuration("client_id", "client-1")
						.configuration("client_secret", "do-not-show")
						.configuration("redirect_uri", "https://env.example/callback"));
		browser.open(connections() + "/" + id);
		assertThat(browser.texts("code")).contains("client-1", "https://env.example/callback");
		assertThat(browser.source()).doesNotContain("do-not-show");
	}

	@Test
	void areDisabledAndEnabled(Browser browser) {
		String id = this.scalekit.connections().add(this.acme, NewConnection::oidc);
		browser.open(connections() + "/" + id).press("Disable connection");
		assertThat(browser.text("[role=status]")).isEqualTo("Connection disabled");
		assertThat(this.scalekit.connections().get(id).enabled()).isFalse();
		browser.press("Enable connection");
		assertThat(browser.text("[role=status]")).isEqualTo("Connection enabled");
		assertThat(this.scalekit.connections().get(id).enabled()).isTrue();
	}

	@Test
	void areNotEnabledBeforeTheyAreSetUp(Browser browser) {
		String id = this.scalekit.connections().add(this.acme, NewConnection::incomplete);
		browser.open(connections() + "/" + id);
		assertThat(browser.text("main")).contains("The connection can be enabled once it is set up");
		assertThat(browser.texts("main button")).doesNotContain("Enable connection");
		assertThat(browser.has("Test")).isFalse();
	}

	@Test
	void tellWhyTheyAreNotEnabled(Browser browser) {
		String id = this.scalekit.connections().add(this.acme, NewConnection::disabled);
		this.scalekit.next(ENABLE)
			.respondsWith(ScriptedResponse.of(200)
				.withBody("application/json", "{\"enabled\":false,\"error_message\":\"no <certificate>\"}"));
		browser.open(connections() + "/" + id).press("Enable connection");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("[role=alert]")).isEqualTo("Nothing was changed. No <certificate>.");
		this.scalekit.next(ENABLE)
			.respondsWith(ScriptedResponse.of(200).withBody("application/json", "{\"enabled\":false}"));
		browser.press("Enable connection");
		assertThat(browser.text("[role=alert]")).contains("Scalekit does not say why");
	}

	@Test
	void areNotFoundInOtherOrganizations(Browser browser) {
		String other = this.scalekit.organizations().add("Other");
		String id = this.scalekit.connections().add(other, NewConnection::oidc);
		assertThat(browser.open(connections() + "/" + id).status()).isEqualTo(404);
		browser.open("/organizations/%s/connections/%s".formatted(other, id));
		browser.script("document.querySelector('main form').action = '%s/%s'; return 1".formatted(connections(), id));
		browser.press("Disable connection");
		assertThat(browser.status()).isEqualTo(404);
		assertThat(this.scalekit.connections().get(id).enabled()).isTrue();
	}

	private String connections() {
		return "/organizations/" + this.acme + "/connections";
	}

}
