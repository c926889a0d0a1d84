package com.example.console.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Inviting the people of a file, without any script.
 */
@BrowserTest
class BulkInvitationTests {

	private static final String INVITE = "POST /api/v1/organizations/{organization_id}/users";

	@Autowired
	private ScalekitServer scalekit;

	@TempDir
	private Path directory = Path.of("");

	private String acme = "";

	@BeforeEach
	void reset() {
		this.scalekit.reset();
		this.acme = this.scalekit.organizations().add("Acme");
		this.scalekit.roles().add("editor", (role) -> role.displayName("Editor"));
	}

	@Test
	void reportsEachLine(Browser browser) throws IOException {
		this.scalekit.users().add("old@acme.example", (user) -> user.memberOf(this.acme));
		send(browser, """
				email,given_name,family_name,roles
				ada@acme.example,Ada,Byron,editor
				old@acme.example,,,
				nonsense,,,
				bob@acme.example,,,pilot
				,Nobody,,
				""");
		awaitEnd(browser);
		assertThat(browser.text("h1")).isEqualTo("Invitations sent");
		assertThat(browser.texts(".figures > div")).containsExactly("Invited\n1", "Members already\n1", "Refused\n3",
				"Left\n0");
		assertThat(browser.texts("tbody tr")).hasSize(3);
		assertThat(browser.texts("tbody tr").get(0)).isEqualTo("4\tnonsense\tValue must be a valid email address");
		assertThat(browser.texts("tbody tr").get(1)).startsWith("5\tbob@acme.example").endsWith("Role not found");
		assertThat(browser.texts("tbody tr").get(2)).contains("There is no e-mail address");
		browser.downloadTo(this.directory).element("a[href$='report.csv']").click();
		browser.await(() -> Files.exists(this.directory.resolve("invitations.csv")));
		assertThat(Files.readAllLines(this.directory.resolve("invitations.csv"))).hasSize(6)
			.startsWith("line,email,result,detail", "2,ada@acme.example,invited,", "3,old@acme.example,known,");
		browser.follow("Go to the users");
		assertThat(browser.texts("tbody tr")).hasSize(2);
	}

	@Test
	void goesOnWhereItHasStopped(Browser browser) throws IOException {
		this.scalekit.next(INVITE).times(2).delays(Duration.ZERO);
		this.scalekit.next(INVITE).respondsWith(ScriptedResponse.forbidden());
		send(browser, "email\na@acme.example\nb@acme.example\nc@acme.example\nd@acme.example\n");
		awaitEnd(browser);
		assertThat(browser.text("h1")).isEqualTo("Stopped before the end");
		assertThat(browser.text("[role=alert]")).startsWith("Line 4 and those after it are left");
		browser.press("Go on");
		awaitEnd(browser);
		assertThat(browser.text("h1")).isEqualTo("Invitations sent");
		assertThat(browser.texts(".figures > div")).contains("Invited\n4", "Left\n0");
		assertThat(this.scalekit.requests(INVITE)).hasSize(5);
	}

	@Test
	void invitesNobodyTwice(Browser browser) throws IOException {
		String file = "email\na@acme.example\nb@acme.example\n";
		send(browser, file);
		awaitEnd(browser);
		send(browser, file);
		awaitEnd(browser);
		assertThat(browser.texts(".figures > div")).contains("Invited\n0", "Members already\n2");
		assertThat(this.scalekit.users().count()).isEqualTo(2);
	}

	@Test
	void needsTheNamesOfTheColumns(Browser browser) throws IOException {
		send(browser, "a@acme.example\n");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#file-error")).contains("one of them must be email");
		browser.open(users() + "/invitations/other");
		assertThat(browser.status()).isEqualTo(404);
	}

	@Test
	void isSeenByItsOrganizationOnly(Browser browser) throws IOException {
		send(browser, "email\na@acme.example\n");
		awaitEnd(browser);
		String other = this.scalekit.organizations().add("Other");
		browser.open(browser.path().replace(this.acme, other));
		assertThat(browser.status()).isEqualTo(404);
	}

	private void send(Browser browser, String csv) throws IOException {
		Path file = Files.writeString(this.directory.resolve("people.csv"), csv);
		browser.withoutScripts().open(users()).follow("Invite many");
		browser.field("CSV file").sendKeys(file.toString());
		browser.press("Send invitations");
	}

	private static void awaitEnd(Browser browser) {
		browser.await(() -> browser.has("Download the report"));
	}

	private String users() {
		return "/organizations/" + this.acme + "/users";
	}

}
