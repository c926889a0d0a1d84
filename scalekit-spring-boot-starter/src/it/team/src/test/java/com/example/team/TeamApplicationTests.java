package com.example.team;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.sessions.StoredSession;
import com.scalekit.spring.test.users.StoredMembership.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ann manages the users of Acme, Bob is one of them. Zoe is of another organization.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureScalekitServer
class TeamApplicationTests {

	@Autowired
	private ScalekitServer scalekit;

	@LocalServerPort
	private int port;

	private Browser browser;

	private String acme;

	private String ann;

	private String bob;

	private String zoe;

	@BeforeEach
	void signInAsAnn() {
		this.scalekit.permissions().add("users:manage");
		this.scalekit.roles().add("manager", (role) -> role.permissions("users:manage"));
		this.acme = this.scalekit.organizations().add("Acme");
		this.ann = this.scalekit.users()
			.add("ann@acme.com", (user) -> user.name("Ann", "Doe").memberOf(this.acme, "manager"));
		this.bob = this.scalekit.users()
			.add("bob@acme.com", (user) -> user.name("Bob", "Ray").memberOf(this.acme, "member"));
		String umbrella = this.scalekit.organizations().add("Umbrella");
		this.zoe = this.scalekit.users()
			.add("zoe@umbrella.com", (user) -> user.name("Zoe", "Orr").memberOf(umbrella, "manager"));
		this.scalekit.users().signIn("ann@acme.com");
		this.browser = new Browser(this.port);
	}

	@AfterEach
	void closeBrowser() {
		this.browser.close();
	}

	@Test
	void showsWhoIAm() throws IOException {
		this.browser.open("/");
		assertThat(this.browser.status()).isEqualTo(200);
		assertThat(this.browser.text("h1")).isEqualTo("Hello Ann Doe");
		assertThat(this.browser.text("#organization")).isEqualTo("Acme");
		assertThat(this.browser.text("#roles")).isEqualTo("manager");
		assertThat(this.browser.text("#permissions")).isEqualTo("users:manage");
	}

	@Test
	void showsThePageThatWasAskedForBeforeSigningIn() throws IOException {
		this.browser.open("/users");
		assertThat(this.browser.path()).startsWith("/users");
		assertThat(this.browser.text("h1")).isEqualTo("Users");
	}

	@Test
	void listsTheUsersOfMyOrganization() throws IOException {
		this.browser.open("/").follow("Users");
		assertThat(this.browser.texts("tbody th")).containsExactlyInAnyOrder("ann@acme.com", "bob@acme.com");
		assertThat(this.browser.texts("tbody tr")).anySatisfy(
				(row) -> assertThat(row).contains("bob@acme.com", "Bob Ray", "member", "ACTIVE"));
	}

	@Test
	void listsUsersPageByPage() throws IOException {
		this.scalekit.users().addMany(23, this.acme);
		this.browser.open("/users");
		assertThat(this.browser.texts("tbody tr")).hasSize(20);
		this.browser.follow("Next");
		assertThat(this.browser.texts("tbody tr")).hasSize(5);
		assertThat(this.browser.has("a[rel=next]")).isFalse();
		this.browser.follow("Previous");
		assertThat(this.browser.texts("tbody tr")).hasSize(20);
	}

	@Test
	void invites() throws IOException {
		this.browser.open("/users").follow("Invite a user");
		this.browser.enter("email", "eve@acme.com").enter("givenName", "Eve").enter("familyName", "Lee");
		this.browser.check("manager", true).press("Invite");
		assertThat(this.browser.text("[role=status]")).isEqualTo("The invitation is on its way.");
		assertThat(this.browser.texts("tbody tr")).anySatisfy(
				(row) -> assertThat(row).contains("eve@acme.com", "Eve Lee", "manager", "PENDING_INVITE"));
		assertThat(this.scalekit.users().findByEmail("eve@acme.com").orElseThrow().memberships()).hasSize(1)
			.allSatisfy((membership) -> assertThat(membership.organizationId()).isEqualTo(this.acme));
	}

	@Test
	void tellsWhyAnInvitationIsRefused() throws IOException {
		this.browser.open("/users/new").enter("email", "eve").enter("givenName", "Eve").check("manager", true);
		this.browser.press("Invite");
		assertThat(this.browser.text("[role=alert]")).contains("email");
		assertThat(this.browser.value("email")).isEqualTo("eve");
		assertThat(this.browser.value("givenName")).isEqualTo("Eve");
		assertThat(this.browser.texts("input[name=roles][checked]")).hasSize(1);
		this.browser.enter("email", "bob@acme.com").press("Invite");
		assertThat(this.browser.text("[role=alert]")).contains("already exists");
		assertThat(this.scalekit.users().count()).isEqualTo(3);
	}

	@Test
	void changesNameAndRoles() throws IOException {
		this.browser.open("/users").follow("bob@acme.com");
		assertThat(this.browser.value("givenName")).isEqualTo("Bob");
		this.browser.enter("givenName", "Rob").check("member", false).check("manager", true).press("Save");
		assertThat(this.browser.path()).isEqualTo("/users/" + this.bob + "?changed");
		assertThat(this.browser.value("givenName")).isEqualTo("Rob");
		assertThat(this.scalekit.users().get(this.bob).userProfile().givenName()).isEqualTo("Rob");
		assertThat(this.scalekit.users().get(this.bob).membership(this.acme).orElseThrow().roles())
			.extracting(Role::name)
			.containsExactly("manager");
	}

	@Test
	void tellsWhyAChangeIsRefused() throws IOException {
		this.browser.open("/users/" + this.bob).enter("givenName", "x".repeat(300)).press("Save");
		assertThat(this.browser.text("[role=alert]")).contains("given_name");
		assertThat(this.browser.value("givenName")).isEqualTo("x".repeat(300));
		assertThat(this.scalekit.users().get(this.bob).userProfile().givenName()).isEqualTo("Bob");
	}

	@Test
	void removes() throws IOException {
		this.browser.open("/users/" + this.bob).press("Remove bob@acme.com from the organization");
		assertThat(this.browser.text("[role=status]")).isEqualTo("The user is removed.");
		assertThat(this.browser.texts("tbody th")).containsExactly("ann@acme.com");
		assertThat(this.browser.open("/users/" + this.bob).status()).isEqualTo(404);
	}

	@Test
	void offersNobodyToRemoveThemselves() throws IOException {
		this.browser.open("/users/" + this.ann);
		assertThat(this.browser.texts("main button")).containsExactly("Save");
	}

	@Test
	void usersOfOtherOrganizationsAreOutOfReach() throws IOException {
		assertThat(this.browser.open("/users/" + this.zoe).status()).isEqualTo(404);
		assertThat(this.browser.text("h1")).isEqualTo("Not found");
		this.browser.open("/");
		assertThat(this.browser.post("/users/" + this.zoe, "givenName", "X", "familyName", "Y", "roles", "member")
			.status()).isEqualTo(404);
		this.browser.open("/");
		assertThat(this.browser.post("/users/" + this.zoe + "/remove").status()).isEqualTo(404);
		assertThat(this.scalekit.users().get(this.zoe).userProfile().givenName()).isEqualTo("Zoe");
		assertThat(this.scalekit.users().get(this.zoe).memberships()).hasSize(1);
	}

	@Test
	void anOrganizationInTheUrlChangesNothing() throws IOException {
		String umbrella = this.scalekit.users().get(this.zoe).memberships().get(0).organizationId();
		this.browser.open("/users?organizationId=" + umbrella + "&organization_id=" + umbrella);
		assertThat(this.browser.texts("tbody th")).containsExactlyInAnyOrder("ann@acme.com", "bob@acme.com");
	}

	@Test
	void othersAreRefused() throws IOException {
		this.scalekit.users().signIn("bob@acme.com");
		assertThat(this.browser.open("/").has("a[href='/users']")).isFalse();
		for (String path : new String[] { "/users", "/users/new", "/users/" + this.bob }) {
			assertThat(this.browser.open(path).status()).as(path).isEqualTo(403);
			assertThat(this.browser.text("h1")).isEqualTo("Not allowed");
		}
		for (String path : new String[] { "/users/new", "/users/" + this.ann, "/users/" + this.ann + "/remove" }) {
			this.browser.open("/");
			assertThat(this.browser.post(path, "email", "x@acme.com", "givenName", "X").status()).as(path)
				.isEqualTo(403);
		}
		assertThat(this.scalekit.users().count()).isEqualTo(3);
		assertThat(this.scalekit.users().get(this.ann).userProfile().givenName()).isEqualTo("Ann");
	}

	@Test
	void tellsWhenMySessionEnds() throws IOException {
		this.browser.open("/").follow("My session");
		assertThat(this.browser.text("#idle")).matches("\\d+ \\w+ \\d{4}, \\d\\d:\\d\\d .+");
		assertThat(this.browser.text("#end")).matches("\\d+ \\w+ \\d{4}, \\d\\d:\\d\\d .+");
	}

	@Test
	void refreshTakesOverWhatIMayDoNow() throws IOException {
		this.browser.open("/session");
		this.scalekit.users().setRoles(this.ann, this.acme, "member");
		assertThat(this.browser.open("/session").text("#permissions")).isEqualTo("users:manage");
		this.browser.press("Refresh");
		assertThat(this.browser.path()).isEqualTo("/session?refreshed");
		assertThat(this.browser.text("#permissions")).isEmpty();
		assertThat(this.browser.open("/users").status()).isEqualTo(403);
		this.scalekit.users().setRoles(this.ann, this.acme, "manager");
		this.browser.open("/session").press("Refresh");
		assertThat(this.browser.open("/users").status()).isEqualTo(200);
	}

	@Test
	void endsOtherSessionsOfMine() throws IOException {
		String lost = this.scalekit.sessions().add(this.ann, this.acme);
		this.browser.open("/session");
		assertThat(this.browser.texts("main li")).hasSize(1);
		this.browser.press("End");
		assertThat(this.browser.texts("main li")).isEmpty();
		assertThat(this.scalekit.sessions().get(lost).isActive()).isFalse();
		assertThat(this.scalekit.sessions().all(this.ann)).filteredOn(StoredSession::isActive).hasSize(1);
	}

	@Test
	void sessionsOfOthersAreOutOfReach() throws IOException {
		String session = this.scalekit.sessions().add(this.bob, this.acme);
		this.browser.open("/session");
		assertThat(this.browser.post("/session/" + session + "/end").status()).isEqualTo(404);
		assertThat(this.scalekit.sessions().get(session).isActive()).isTrue();
	}

	@Test
	void signsOutHereAndAtScalekit() throws IOException {
		this.browser.open("/");
		this.scalekit.users().showLoginPage();
		this.browser.press("Sign out");
		assertThat(this.browser.address()).startsWith(this.scalekit.url() + "/oauth/authorize");
		assertThat(this.scalekit.sessions().all(this.ann)).isNotEmpty().noneMatch(StoredSession::isActive);
	}

	@Test
	void letsMeSignInAgainIfMySessionHasEnded() throws IOException {
		this.browser.open("/session");
		this.scalekit.sessions()
			.all(this.ann)
			.forEach((session) -> this.scalekit.sessions().end(session.sessionId()));
		this.scalekit.users().showLoginPage();
		this.browser.press("Refresh");
		assertThat(this.browser.address()).startsWith(this.scalekit.url() + "/oauth/authorize");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/users", "/users/new", "/session" })
	void tellsThatScalekitCannotBeReached(String path) throws IOException {
		this.browser.open("/");
		this.scalekit.outage(Duration.ofMinutes(1));
		assertThat(this.browser.open(path).status()).isEqualTo(503);
		assertThat(this.browser.text("h1")).isEqualTo("Scalekit cannot be reached");
		this.scalekit.endOutage();
		assertThat(this.browser.open(path).status()).isEqualTo(200);
	}

	@Test
	void refreshTellsThatScalekitCannotBeReached() throws IOException {
		this.browser.open("/session");
		this.scalekit.tokens().endpointDown();
		assertThat(this.browser.press("Refresh").status()).isEqualTo(503);
		this.scalekit.tokens().endpointUp();
		assertThat(this.browser.open("/users").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/users?page=x", "/users/usr_1", "/users/x", "/elsewhere" })
	void addressThatLeadsNowhere(String path) throws IOException {
		assertThat(this.browser.open(path).status()).isEqualTo(404);
		assertThat(this.browser.text("h1")).isEqualTo("Not found");
	}

}
