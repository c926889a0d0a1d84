package com.example.console.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.client.organizations.OrganizationSettings;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.SessionPolicy;
import com.scalekit.spring.client.organizations.UpdateOrganization;
import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.organizations.NewOrganization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two people who change the same organization at the same time. The first of them is in
 * front of the browser, without scripts.
 */
@BrowserTest
class ConflictTests {

	private static final String UPDATE = "PATCH /api/v1/organizations/{id}";

	private static final String UPDATE_FEATURES = "PATCH /api/v1/organizations/{id}/settings";

	private static final String UPDATE_POLICY = "PATCH /api/v1/organizations/{organization_id}/session-policy";

	private static final String LIMIT_USERS = "PATCH /api/v1/organizations/{organization_id}/settings/usermanagement";

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private OrganizationsClient organizations;

	private String id = "";

	private int updatesBefore;

	@BeforeEach
	void reset() {
		this.scalekit.reset();
		this.id = this.scalekit.organizations()
			.add(NewOrganization.named("Acme")
				.externalId("acme-1")
				.slug("acme")
				.logoUrl("https://acme.example/logo.svg")
				.feature("sso")
				.feature("session_policy")
				.metadata("plan", "starter")
				.metadata("seats", "50"));
	}

	@Test
	void areShownWhatIsThereAndWhatTheyEntered(Browser browser) {
		edit(browser).enter("Slug", "mine").enter("Name", "Acme Inc");
		someoneElse((changes) -> changes.withSlug("theirs"));
		browser.press("Save");
		assertThat(browser.status()).isEqualTo(409);
		assertThat(browser.text("[role=alert]")).contains("Nothing was saved");
		assertThat(differences(browser)).containsExactly("Name\nThere now: Acme\nYou entered: Acme Inc",
				"Slug\nThere now: theirs\nYou entered: mine");
		assertThat(updates()).isEmpty();
	}

	@Test
	void keepWhatIsThere(Browser browser) {
		edit(browser).enter("Slug", "mine").enter("Name", "Acme Inc");
		someoneElse((changes) -> changes.withSlug("theirs"));
		browser.press("Save");
		assertThat(browser.isChosen("You entered: Acme Inc")).isTrue();
		assertThat(browser.isChosen("There now: theirs")).isTrue();
		browser.press("Save");
		assertThat(browser.text("[role=status]")).isEqualTo("Organization Acme Inc saved");
		assertThat(updates()).containsExactly("{\"display_name\":\"Acme Inc\"}");
		assertThat(this.organizations.get(this.id).slug()).isEqualTo("theirs");
	}

	@Test
	void replaceWhatIsThereIfTheyChooseTo(Browser browser) {
		edit(browser).enter("Slug", "mine");
		someoneElse((changes) -> changes.withSlug("theirs"));
		browser.press("Save").choose("You entered: mine").press("Save");
		assertThat(browser.text("[role=status]")).isEqualTo("Organization Acme saved");
		assertThat(updates()).containsExactly("{\"slug\":\"mine\"}");
	}

	@Test
	void areAskedAboutFieldsTheyHaveNotTouched(Browser browser) {
		edit(browser).enter("Name", "Acme Inc");
		someoneElse((changes) -> changes.withExternalId("acme-2").withLogoUrl("https://acme.example/new.svg"));
		browser.press("Save");
		assertThat(differences(browser)).containsExactly("Name\nThere now: Acme\nYou entered: Acme Inc",
				"External ID\nThere now: acme-2\nYou entered: acme-1",
				"Logo URL\nThere now: https://acme.example/new.svg\nYou entered: https://acme.example/logo.svg");
		browser.press("Save");
		assertThat(updates()).containsExactly("{\"display_name\":\"Acme Inc\"}");
	}

	@Test
	void areAskedAgainIfItWasChangedAgain(Browser browser) {
		edit(browser).enter("Slug", "mine");
		someoneElse((changes) -> changes.withSlug("theirs"));
		browser.press("Save").choose("You entered: mine");
		someoneElse((changes) -> changes.withSlug("theirs-again"));
		browser.press("Save");
		assertThat(differences(browser)).containsExactly("Slug\nThere now: theirs-again\nYou entered: mine");
		assertThat(this.organizations.get(this.id).slug()).isEqualTo("theirs-again");
	}

	@Test
	void areNotAskedIfBothWantTheSame(Browser browser) {
		edit(browser).enter("Slug", "same").enter("Name", "Acme Inc");
		someoneElse((changes) -> changes.withSlug("same"));
		browser.press("Save");
		assertThat(browser.text("[role=status]")).isEqualTo("Organization Acme Inc saved");
		assertThat(updates()).containsExactly("{\"display_name\":\"Acme Inc\"}");
	}

	@Test
	void areNotAskedIfTheyHaveChangedNothing(Browser browser) {
		edit(browser);
		someoneElse((changes) -> changes.withSlug("theirs"));
		browser.press("Save");
		assertThat(browser.text("[role=status]")).isEqualTo("Organization Acme saved");
		assertThat(updates()).isEmpty();
	}

	@Test
	void areAskedAboutEachPairOfTheMetadata(Browser browser) {
		edit(browser).enter("Metadata", "plan = growth\nseats = 50\nowner = me");
		someoneElse((changes) -> changes.withMetadata(Map.of("plan", "enterprise", "region", "eu")));
		browser.press("Save");
		assertThat(differences(browser)).containsExactlyInAnyOrder(
				"Metadata: plan\nThere now: enterprise\nYou entered: growth",
				"Metadata: seats\nThere now: none\nYou entered: 50",
				"Metadata: owner\nThere now: none\nYou entered: me",
				"Metadata: region\nThere now: eu\nYou entered: none");
		browser.press("Save");
		assertThat(this.organizations.get(this.id).metadata())
			.containsExactlyInAnyOrderEntriesOf(Map.of("plan", "enterprise", "region", "eu", "owner", "me"));
	}

	@Test
	void canStartAgain(Browser browser) {
		edit(browser).enter("Slug", "mine");
		someoneElse((changes) -> changes.withSlug("theirs"));
		browser.press("Save").follow("Start again");
		assertThat(browser.valueOf("Slug")).isEqualTo("theirs");
	}

	@Test
	void doNotOverwriteTextsThatAFieldCannotHold(Browser browser) {
		someoneElse((changes) -> changes.withMetadata(Map.of("note", "two\nlines")));
		edit(browser).enter("Name", "Acme Inc").press("Save");
		assertThat(updates()).containsExactly("{\"display_name\":\"Acme Inc\"}");
		edit(browser).enter("Metadata", browser.valueOf("Metadata") + "\nplan = growth").press("Save");
		assertThat(this.organizations.get(this.id).metadata())
			.containsExactlyInAnyOrderEntriesOf(Map.of("note", "two\nlines", "plan", "growth"));
	}

	@Test
	void doNotSwitchBackAFeature(Browser browser) {
		settings(browser).choose("Domain verification");
		this.organizations.updateSettings(this.id,
				OrganizationSettings.none().withFeature("dir_sync", true).withFeature("sso", false));
		browser.press("Save settings");
		assertThat(browser.status()).isEqualTo(409);
		assertThat(differences(browser)).containsExactlyInAnyOrder("Single sign-on\nThere now: off\nYou entered: on",
				"Directory sync\nThere now: on\nYou entered: off",
				"Domain verification\nThere now: off\nYou entered: on");
		browser.press("Save");
		assertThat(browser.text("[role=status]")).isEqualTo("Settings saved");
		assertThat(bodies(UPDATE_FEATURES)).last()
			.isEqualTo("{\"features\":[{\"name\":\"domain_verification\",\"enabled\":true}]}");
	}

	@Test
	void doNotReplaceASessionPolicy(Browser browser) {
		settings(browser).choose("A policy of its own").enter("Longest session", "8 hours");
		this.organizations.updateSessionPolicy(this.id,
				SessionPolicy.custom().withAbsoluteTimeout(Duration.ofDays(2)).withIdleTimeout(Duration.ofMinutes(90)));
		browser.press("Save settings");
		assertThat(differences(browser)).containsExactly("Longest session\nThere now: 2 days\nYou entered: 8 hours",
				"Longest pause\nThere now: 90 minutes\nYou entered: none");
		assertThat(bodies(UPDATE_POLICY)).hasSize(1);
		browser.choose("You entered: 8 hours").press("Save");
		assertThat(this.organizations.getSessionPolicy(this.id).absoluteTimeout()).isEqualTo(Duration.ofHours(8));
		assertThat(this.organizations.getSessionPolicy(this.id).idleTimeout()).isEqualTo(Duration.ofMinutes(90));
	}

	@Test
	void doNotReplaceALimitOfUsersThatMayHaveBeenSet(Browser browser) {
		settings(browser).choose("At most").enter("Number of users", "50");
		someoneElse((changes) -> changes.withSlug("theirs"));
		browser.press("Save settings");
		assertThat(differences(browser)).singleElement()
			.asString()
			.startsWith("Users\nThere now: not told by Scalekit, organization changed last at 20")
			.endsWith("Z\nYou entered: At most 50");
		browser.press("Save");
		assertThat(bodies(LIMIT_USERS)).isEmpty();
		settings(browser).choose("At most").enter("Number of users", "50");
		someoneElse((changes) -> changes.withSlug("theirs-again"));
		browser.press("Save settings").choose("You entered: At most 50").press("Save");
		assertThat(bodies(LIMIT_USERS)).containsExactly("{\"settings\":{\"max_allowed_users\":50}}");
	}

	private Browser edit(Browser browser) {
		return browser.withoutScripts().open("/organizations/" + this.id + "/edit");
	}

	private Browser settings(Browser browser) {
		return browser.withoutScripts().open("/organizations/" + this.id + "/settings");
	}

	private void someoneElse(UnaryOperator<UpdateOrganization> changes) {
		this.organizations.update(this.id, changes.apply(UpdateOrganization.none()));
		this.updatesBefore = bodies(UPDATE).size();
	}

	private List<String> updates() {
		return bodies(UPDATE).stream().skip(this.updatesBefore).toList();
	}

	private List<String> bodies(String operation) {
		return this.scalekit.requests(operation).stream().map(ReceivedRequest::body).toList();
	}

	private static List<String> differences(Browser browser) {
		return browser.texts(".difference");
	}

}
