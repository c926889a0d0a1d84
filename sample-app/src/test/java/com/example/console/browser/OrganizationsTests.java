package com.example.console.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.organizations.NewOrganization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person does with the organizations.
 */
@BrowserTest
class OrganizationsTests {

	private static final String UPDATE = "PATCH /api/v1/organizations/{id}";

	private static final String FIND = "Find an organization or a user";

	private static final String NAMES = "tbody th .name > :last-child";

	@Autowired
	private ScalekitServer scalekit;

	@BeforeEach
	void reset() {
		this.scalekit.reset();
	}

	@Test
	void areShownPageByPage(Browser browser) {
		this.scalekit.organizations().addMany(45);
		browser.open("/");
		assertThat(browser.title()).isEqualTo("Organizations · Tenant Console");
		assertThat(browser.text("h1 + p")).isEqualTo("45 organizations");
		assertThat(browser.texts(NAMES)).hasSize(20).startsWith("Organization 1");
		assertThat(browser.has("Previous")).isFalse();
		browser.follow("Next").follow("Next");
		assertThat(browser.texts(NAMES)).hasSize(5).endsWith("Organization 45");
		assertThat(browser.text(".pages nav")).contains("Page 3");
		assertThat(browser.has("Next")).isFalse();
		browser.follow("Previous");
		assertThat(browser.texts(NAMES)).hasSize(20).startsWith("Organization 21");
		assertThat(browser.text(".pages nav")).contains("Page 2");
		browser.follow("First");
		assertThat(browser.texts(NAMES)).startsWith("Organization 1");
	}

	@Test
	void areShownAsManyAtOnceAsIsWanted(Browser browser) {
		this.scalekit.organizations().addMany(120);
		browser.open("/organizations").select("Organizations per page", "50").press("Show");
		assertThat(browser.texts(NAMES)).hasSize(50);
		browser.follow("Next");
		assertThat(browser.texts(NAMES)).hasSize(50).startsWith("Organization 51");
		assertThat(browser.valueOf("Organizations per page")).isEqualTo("50");
		browser.follow("Next").follow("First");
		assertThat(browser.texts(NAMES)).hasSize(50).startsWith("Organization 1");
		browser.open("/organizations?size=100000");
		assertThat(browser.texts(NAMES)).hasSize(20);
	}

	@Test
	void areFoundByExternalId(Browser browser) {
		this.scalekit.organizations().addMany(30);
		this.scalekit.organizations().add("Acme", "a/b c?d");
		browser.open("/organizations").enter(FIND, " a/b c?d ").key(Keys.ENTER);
		assertThat(browser.text("h1 > :last-child")).isEqualTo("Acme");
	}

	@Test
	void areFoundById(Browser browser) {
		this.scalekit.organizations().addMany(30);
		String id = this.scalekit.organizations().add("Acme");
		this.scalekit.organizations().add("Confusing", "org_1");
		browser.open("/organizations").enter(FIND, id).press("Find");
		assertThat(browser.text("h1 > :last-child")).isEqualTo("Acme");
		browser.open("/organizations").enter(FIND, "org_1").press("Find");
		assertThat(browser.text("h1 > :last-child")).isEqualTo("Confusing");
	}

	@Test
	void areCreatedWhenTheyAreNotFound(Browser browser) {
		browser.open("/organizations").enter(FIND, "tenant-7").press("Find");
		assertThat(browser.text(".find")).contains("Nobody has tenant-7 in their e-mail address, ID or external ID",
				"No organization has this ID or external ID", "Scalekit does not search for names");
		assertThat(this.scalekit.requests("GET /api/v1/organizations")).hasSize(1);
		browser.follow("Create an organization");
		assertThat(browser.valueOf("External ID")).isEqualTo("tenant-7");
	}

	@Test
	void haveTimesInTheZoneOfTheReader(Browser browser) {
		String id = this.scalekit.organizations().add("Acme");
		Instant created = this.scalekit.organizations().get(id).createTime();
		String inIndia = text(created, "Asia/Kolkata").replace("Sep ", "Sept ") + " GMT+5:30";
		browser.inZone("Asia/Kolkata");
		for (String path : List.of("/organizations/" + id, "/organizations")) {
			browser.open(path).await(() -> inIndia.equals(browser.text("time")));
		}
		browser.withoutScripts().open("/organizations/" + id);
		assertThat(browser.text("time")).isEqualTo(text(created, "UTC") + " UTC");
	}

	private static String text(Instant time, String zone) {
		return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneId.of(zone)).format(time);
	}

	@Test
	void haveIdsThatCanBeCopied(Browser browser) {
		String id = this.scalekit.organizations().add("Acme", "acme-1");
		browser.allowClipboard().open("/organizations/" + id);
		browser.element("[aria-label='Copy ID']").click();
		browser.await(() -> id.equals(browser.clipboard()));
		browser.element("[aria-label='Copy external ID']").click();
		browser.await(() -> "acme-1".equals(browser.clipboard()));
		assertThat(browser.text("[role=status]")).isEqualTo("External ID copied");
		browser.withoutScripts().open("/organizations/" + id);
		assertThat(browser.elements("[data-copy]")).hasSize(2).noneMatch((button) -> button.isDisplayed());
	}

	@Test
	void areCreatedWithoutAnyScript(Browser browser) {
		browser.withoutScripts().open("/organizations").follow("New organization");
		browser.enter("Name", "  Acme  ")
			.enter("External ID", "acme-1")
			.enter("Slug", "acme")
			.enter("Logo URL", "https://acme.example/logo.svg")
			.enter("Metadata", "plan = growth\n\nseats=50")
			.press("Create organization");
		assertThat(browser.text("[role=status]")).isEqualTo("Organization Acme created");
		assertThat(browser.texts("dl > div")).contains("External ID\nacme-1", "Slug\nacme",
				"Logo URL\nhttps://acme.example/logo.svg", "plan\ngrowth", "seats\n50");
	}

	@Test
	void areCreatedOnlyAsScalekitWantsThem(Browser browser) {
		browser.open("/organizations/new")
			.enter("Name", "n".repeat(201))
			.enter("External ID", "kept")
			.enter("Slug", "Not a slug")
			.enter("Logo URL", "http://acme.example/logo.svg")
			.press("Create organization");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#displayName-error")).isEqualTo("Value length must be at most 200 characters");
		assertThat(browser.text("#slug-error")).startsWith("Value does not match regex pattern");
		assertThat(browser.text("#logoUrl-error")).startsWith("Value does not match regex pattern");
		assertThat(browser.texts("#externalId-error")).isEmpty();
		assertThat(browser.field("Name").getDomAttribute("aria-invalid")).isEqualTo("true");
		assertThat(browser.field("Name").getDomAttribute("aria-describedby")).contains("displayName-error");
		assertThat(browser.valueOf("External ID")).isEqualTo("kept");
		assertThat(this.scalekit.organizations().count()).isZero();
	}

	@Test
	void leadFromTheSummaryOfErrorsToTheField(Browser browser) {
		browser.open("/organizations/new").enter("Name", "n".repeat(201)).press("Create organization");
		assertThat(browser.focused().getDomAttribute("role")).isEqualTo("alert");
		assertThat(browser.texts("[role=alert] a"))
			.containsExactly("Name: Value length must be at most 200 characters");
		browser.type(Keys.TAB).type(Keys.ENTER).await(() -> browser.focused().getTagName().equals("input"));
		assertThat(browser.focused().getDomAttribute("id")).isEqualTo("displayName");
	}

	@Test
	void needAName(Browser browser) {
		browser.open("/organizations/new").enter("Name", "  ").press("Create organization");
		assertThat(browser.text("#displayName-error")).isEqualTo("Enter a name");
		assertThat(this.scalekit.requests("POST /api/v1/organizations")).isEmpty();
	}

	@Test
	void needAnExternalIdOfTheirOwn(Browser browser) {
		this.scalekit.organizations().add("First", "taken-1");
		browser.open("/organizations/new").enter("Name", "Second").enter("External ID", "taken-1");
		browser.press("Create organization");
		assertThat(browser.text("#externalId-error")).isEqualTo("Another organization has this external ID");
	}

	@Test
	void needMetadataThatScalekitWants(Browser browser) {
		browser.open("/organizations/new").enter("Name", "Acme").enter("Metadata", "ab = c");
		browser.press("Create organization");
		assertThat(browser.text("#metadata-error")).isEqualTo("ab: Value length must be at least 3 characters");
		assertThat(browser.text("[role=alert] a"))
			.isEqualTo("Metadata: ab: Value length must be at least 3 characters");
		browser.enter("Metadata", "plan = growth\nplan = starter").press("Create organization");
		assertThat(browser.text("#metadata-error")).isEqualTo("Two lines have the key plan");
		browser.enter("Metadata", "plan growth").press("Create organization");
		assertThat(browser.text("#metadata-error"))
			.isEqualTo("Write each line as key = value. This one has no value: plan growth");
		assertThat(browser.valueOf("Metadata")).isEqualTo("plan growth");
	}

	@Test
	void areEdited(Browser browser) {
		String id = this.scalekit.organizations()
			.add(NewOrganization.named("Before").externalId("edit-1").metadata("plan", "starter"));
		browser.open("/organizations/" + id).follow("Edit").enter("Name", "After").key(Keys.ENTER);
		assertThat(browser.text("[role=status]")).isEqualTo("Organization After saved");
		assertThat(browser.text("h1 > :last-child")).isEqualTo("After");
		browser.follow("Edit").enter("Metadata", "").press("Save");
		assertThat(browser.text("main")).contains("None yet.");
		assertThat(bodies(UPDATE)).containsExactly("{\"display_name\":\"After\"}", "{\"metadata\":{}}");
	}

	@Test
	void areEditedOnlyAsScalekitWantsIt(Browser browser) {
		String id = this.scalekit.organizations().add("Before");
		browser.open("/organizations/" + id + "/edit").enter("Name", "n".repeat(201)).press("Save");
		assertThat(browser.text("#displayName-error")).isEqualTo("Value length must be at most 200 characters");
		assertThat(browser.text("h1")).isEqualTo("Edit Before");
	}

	@Test
	void haveFeaturesThatAreSwitchedOneByOne(Browser browser) {
		String id = this.scalekit.organizations().add(NewOrganization.named("Acme").feature("sso"));
		browser.open("/organizations/" + id).follow("Settings");
		assertThat(browser.isChosen("Single sign-on")).isTrue();
		assertThat(browser.isChosen("Directory sync")).isFalse();
		browser.choose("Single sign-on").choose("Directory sync").press("Save settings");
		assertThat(browser.text("[role=status]")).isEqualTo("Settings saved");
		assertThat(browser.isChosen("Single sign-on")).isFalse();
		assertThat(browser.isChosen("Directory sync")).isTrue();
		assertThat(bodies("PATCH /api/v1/organizations/{id}/settings")).containsExactly(
				"{\"features\":[{\"name\":\"sso\",\"enabled\":false},{\"name\":\"dir_sync\",\"enabled\":true}]}");
	}

	@Test
	void haveALimitOfUsers(Browser browser) {
		String id = this.scalekit.organizations().add("Acme");
		browser.open("/organizations/" + id + "/settings").choose("At most").enter("Number of users", "many");
		browser.press("Save settings");
		assertThat(browser.text("#maxUsers-error")).isEqualTo("Enter a number of at least 1");
		browser.enter("Number of users", "").press("Save settings");
		assertThat(browser.text("#maxUsers-error")).isEqualTo("Enter a number of at least 1");
		browser.enter("Number of users", "-1").press("Save settings");
		assertThat(browser.text("#maxUsers-error")).isEqualTo("Enter a number of at least 1");
		browser.enter("Number of users", "50").press("Save settings");
		assertThat(browser.text("[role=status]")).isEqualTo("Settings saved");
		assertThat(browser.isChosen("As it is now")).isTrue();
		browser.press("Save settings");
		browser.choose("Any number").press("Save settings");
		browser.choose("User management is off").press("Save settings");
		assertThat(bodies("PATCH /api/v1/organizations/{organization_id}/settings/usermanagement")).containsExactly(
				"{\"settings\":{\"max_allowed_users\":50}}", "{\"settings\":{\"max_allowed_users\":0}}",
				"{\"settings\":{\"max_allowed_users\":null}}");
	}

	@Test
	void haveASessionPolicy(Browser browser) {
		String id = this.scalekit.organizations().add(NewOrganization.named("Acme").feature("session_policy"));
		browser.open("/organizations/" + id + "/settings");
		assertThat(browser.isChosen("As in the whole application")).isTrue();
		browser.choose("A policy of its own").press("Save settings");
		assertThat(browser.texts("#absolute-error")).containsExactly("Enter a time such as 8 hours or 2 days");
		browser.enter("Longest session", "36").press("Save settings");
		assertThat(browser.texts("#absolute-error")).containsExactly("Enter a time such as 8 hours or 2 days");
		browser.enter("Longest session", "36h").enter("Longest pause", "90 min").press("Save settings");
		assertThat(browser.text("[role=status]")).isEqualTo("Settings saved");
		assertThat(browser.isChosen("A policy of its own")).isTrue();
		assertThat(browser.valueOf("Longest session")).isEqualTo("36 hours");
		assertThat(browser.valueOf("Longest pause")).isEqualTo("90 minutes");
		browser.choose("As in the whole application").press("Save settings");
		assertThat(browser.isChosen("As in the whole application")).isTrue();
	}

	@Test
	void haveASessionPolicyOnlyWithTheFeature(Browser browser) {
		String id = this.scalekit.organizations().add("Acme");
		browser.open("/organizations/" + id + "/settings")
			.choose("A policy of its own")
			.enter("Longest session", "8 hours");
		browser.press("Save settings");
		assertThat(browser.text("[role=alert]")).contains("The session_policy feature is not enabled");
		browser.choose("Own session policy").press("Save settings");
		assertThat(browser.text("[role=status]")).isEqualTo("Settings saved");
		assertThat(browser.valueOf("Longest session")).isEqualTo("8 hours");
	}

	@Test
	void haveSettingsThatAreSavedTogether(Browser browser) {
		String id = this.scalekit.organizations().add("Acme");
		browser.withoutScripts().open("/organizations/" + id + "/settings");
		browser.choose("Own session policy").choose("A policy of its own").enter("Longest session", "8 hours");
		browser.choose("At most").enter("Number of users", "-1").press("Save settings");
		assertThat(browser.text("[role=alert]")).contains("Number of users: Enter a number of at least 1");
		assertThat(browser.isChosen("Own session policy")).isTrue();
		assertThat(browser.valueOf("Longest session")).isEqualTo("8 hours");
		browser.enter("Number of users", "50").press("Save settings");
		assertThat(browser.text("[role=status]")).isEqualTo("Settings saved");
		assertThat(bodies("PATCH /api/v1/organizations/{id}/settings")).hasSize(1);
		assertThat(bodies("PATCH /api/v1/organizations/{organization_id}/session-policy")).hasSize(1);
		assertThat(bodies("PATCH /api/v1/organizations/{organization_id}/settings/usermanagement")).hasSize(1);
	}

	@Test
	void haveAnAdminPortal(Browser browser) {
		String id = this.scalekit.organizations().add(NewOrganization.named("Acme").feature("sso").feature("dir_sync"));
		browser.open("/organizations/" + id).choose("Directory sync").press("Create link");
		assertThat(browser.text("main")).containsPattern("works once, until \\d\\d:\\d\\d:\\d\\d UTC");
		String link = browser.valueOf("Link");
		assertThat(link).startsWith(this.scalekit.url());
		browser.element("a[target=_blank]").click();
		browser.inNewTab(() -> {
			browser.await(() -> browser.text("body").contains("Acme"));
			assertThat(browser.open(link).text("body")).contains("already used");
		});
		browser.press("Create another link");
		assertThat(browser.valueOf("Link")).isNotEqualTo(link);
		assertThat(this.scalekit.requests("PUT /api/v1/organizations/{id}/portal_links")).hasSize(2)
			.allSatisfy((request) -> assertThat(request.parameters()).containsEntry("features", List.of("sso")));
	}

	@Test
	void haveAnAdminPortalForTheFeaturesThatAreSwitchedOn(Browser browser) {
		String id = this.scalekit.organizations()
			.add(NewOrganization.named("Acme").feature("dir_sync").feature("domain_verification"));
		assertThat(browser.open("/organizations/" + id).texts("#portal label")).containsExactly("Directory sync");
		String other = this.scalekit.organizations().add("Other");
		browser.open("/organizations/" + other);
		assertThat(browser.texts("#portal label, #portal button")).isEmpty();
		browser.follow("Switch one of them on");
		assertThat(browser.path()).endsWith(other + "/settings");
	}

	@Test
	void areDeletedOnceTheirNameIsTyped(Browser browser) {
		String id = this.scalekit.organizations().add("Closing  Down");
		browser.open("/organizations/" + id).follow("Delete organization");
		assertThat(browser.text("h1")).isEqualTo("Delete Closing Down?");
		browser.follow("Cancel").follow("Delete organization").press("Delete organization");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#name-error")).isEqualTo("This is not the name");
		assertThat(browser.focused().getAccessibleName()).startsWith("Type Closing Down to confirm");
		browser.enter("Type Closing Down to confirm", "closing down").press("Delete organization");
		assertThat(browser.text("#name-error")).isEqualTo("This is not the name");
		assertThat(this.scalekit.organizations().count()).isEqualTo(1);
		browser.enter("Type Closing Down to confirm", " Closing Down ").press("Delete organization");
		assertThat(browser.path()).isEqualTo("/organizations");
		assertThat(browser.text("[role=status]")).isEqualTo("Organization Closing Down deleted");
		assertThat(this.scalekit.organizations().count()).isZero();
	}

	@Test
	void areExported(Browser browser, @TempDir Path downloads) throws IOException {
		this.scalekit.organizations().addMany(250);
		browser.downloadTo(downloads).open("/organizations").element("a[href$='.csv']").click();
		browser.await(() -> files(downloads).stream().anyMatch((file) -> file.endsWith(".csv")));
		assertThat(Files.readAllLines(downloads.resolve(files(downloads).get(0)))).hasSize(251);
	}

	@Test
	void areNotExportedInPart(Browser browser, @TempDir Path downloads) {
		this.scalekit.organizations().addMany(250);
		this.scalekit.next("GET /api/v1/organizations").times(3).delays(Duration.ZERO);
		this.scalekit.next("GET /api/v1/organizations").respondsWith(ScriptedResponse.forbidden());
		browser.downloadTo(downloads).open("/organizations").element("a[href$='.csv']").click();
		browser.await(() -> this.scalekit.requests("GET /api/v1/organizations")
			.stream()
			.anyMatch((request) -> request.status() == 403));
		browser.open("/organizations").open("/organizations/new");
		assertThat(files(downloads)).noneMatch((file) -> file.endsWith(".csv"));
	}

	private List<String> bodies(String operation) {
		return this.scalekit.requests(operation).stream().map(ReceivedRequest::body).toList();
	}

	private static List<String> files(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
