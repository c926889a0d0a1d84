package com.example.console.browser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.domains.StoredDomain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The domains of an organization.
 */
@BrowserTest
class DomainsTests {

	@Autowired
	private ScalekitServer scalekit;

	private String acme = "";

	private String other = "";

	@BeforeEach
	void reset() {
		this.scalekit.reset();
		this.acme = this.scalekit.organizations().add("Acme");
		this.other = this.scalekit.organizations().add("Other");
	}

	@Test
	void areListedWithTheirStates(Browser browser) {
		browser.open("/organizations/" + this.acme).follow("Domains");
		assertThat(browser.text("main")).contains("No domains yet");
		this.scalekit.domains().verify(this.scalekit.domains().add(this.acme, "acme.example"));
		this.scalekit.domains().add(this.acme, "acme-labs.example");
		this.scalekit.domains().addAllowedEmailDomain(this.acme, "partner.example");
		this.scalekit.domains().add(this.other, "other.example");
		browser.open(domains());
		assertThat(browser.texts("tbody tr")).hasSize(3);
		assertThat(browser.texts("tbody tr").get(0)).contains("acme.example", "Owned by the organization", "Verified");
		assertThat(browser.texts("tbody tr").get(1)).contains("acme-labs.example", "Pending");
		assertThat(browser.texts("tbody tr").get(2)).contains("partner.example", "Allowed to join");
	}

	@Test
	void areAddedWithoutAnyScript(Browser browser) {
		browser.withoutScripts().open(domains()).enter("Domain", " acme.example ").press("Add domain");
		assertThat(browser.text("[role=status]")).isEqualTo("acme.example added");
		browser.enter("Domain", "partner.example").choose("Allowed to join").press("Add domain");
		assertThat(this.scalekit.domains().all(this.acme)).extracting(StoredDomain::domain, StoredDomain::domainType)
			.containsExactly(tuple("acme.example", "ORGANIZATION_DOMAIN"),
					tuple("partner.example", "ALLOWED_EMAIL_DOMAIN"));
	}

	@Test
	void areAddedOnlyAsScalekitWantsIt(Browser browser) {
		browser.open(domains()).press("Add domain");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#domain-error")).isEqualTo("Enter a domain");
		browser.enter("Domain", "gmail.com").choose("Allowed to join").press("Add domain");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("[role=alert]")).contains("Domain is public or exists already");
		assertThat(browser.valueOf("Domain")).isEqualTo("gmail.com");
		assertThat(browser.isChosen("Allowed to join")).isTrue();
		assertThat(this.scalekit.domains().all(this.acme)).isEmpty();
	}

	@Test
	void areRemovedOnceTheyAreTyped(Browser browser) {
		this.scalekit.domains().add(this.acme, "acme.example");
		browser.open(domains()).follow("Remove").press("Remove domain");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#name-error")).isEqualTo("This is not the name");
		browser.enter("Type acme.example to confirm", "acme.example").press("Remove domain");
		assertThat(browser.text("[role=status]")).isEqualTo("acme.example removed");
		assertThat(this.scalekit.domains().all(this.acme)).isEmpty();
	}

	@Test
	void ofOtherOrganizationsAreNotFound(Browser browser) {
		String own = this.scalekit.domains().add(this.acme, "acme.example");
		String id = this.scalekit.domains().add(this.other, "other.example");
		assertThat(browser.open(domains() + "/" + id + "/remove").status()).isEqualTo(404);
		browser.open(domains() + "/" + own + "/remove").enter("Type acme.example to confirm", "other.example");
		browser.script(
				"document.querySelector('main form').action = '%s/%s/remove'; return true".formatted(domains(), id));
		assertThat(browser.press("Remove domain").status()).isEqualTo(404);
		assertThat(this.scalekit.domains().all(this.other)).hasSize(1);
	}

	private String domains() {
		return "/organizations/" + this.acme + "/domains";
	}

}
