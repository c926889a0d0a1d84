package com.example.console.browser;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.client.memberships.MembershipsClient;
import com.scalekit.spring.client.users.RoleReference;
import com.scalekit.spring.client.users.UpdateMembership;
import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person does with the users of an organization, and with those of all.
 */
@BrowserTest
class UsersTests {

	private static final String INVITE = "POST /api/v1/organizations/{organization_id}/users";

	private static final String UPDATE = "PATCH /api/v1/memberships/organizations/{organization_id}/users/{id}";

	private static final String FIND = "Find by e-mail address, ID or external ID";

	private static final String FIND_ANY = "Find an organization or a user";

	private static final By USERS = By.cssSelector(".tabs a[href$='/users']");

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private MembershipsClient memberships;

	private String acme = "";

	private String other = "";

	@BeforeEach
	void reset() {
		this.scalekit.reset();
		this.acme = this.scalekit.organizations().add("Acme");
		this.other = this.scalekit.organizations().add("Other");
		this.scalekit.roles().add("editor", (role) -> role.displayName("Editor"));
		this.scalekit.roles().add("auditor", (role) -> role.displayName("Auditor").ofOrganization(this.acme));
	}

	@Test
	void areListedPageByPage(Browser browser) {
		assertThat(browser.open("/organizations/" + this.acme).click(USERS).text("main")).contains("Nobody here");
		this.scalekit.users().addMany(25, this.acme);
		browser.open(users());
		assertThat(browser.texts("tbody tr")).hasSize(20);
		browser.follow("Next");
		assertThat(browser.texts("tbody tr")).hasSize(5);
		browser.select("Users per page", "50").press("Show");
		assertThat(browser.texts("tbody tr")).hasSize(25);
	}

	@Test
	void areShownWithRolesAndState(Browser browser) {
		this.scalekit.users()
			.add("ada@acme.example", (user) -> user.name("Ada", "Byron").memberOf(this.acme, "editor", "auditor"));
		this.scalekit.users().add("new@acme.example", (user) -> user.invitedTo(this.acme, "editor"));
		browser.open(users());
		assertThat(browser.texts("tbody tr")).hasSize(2);
		assertThat(browser.texts("tbody tr").get(0)).contains("Ada Byron", "ada@acme.example", "Editor", "Auditor",
				"Active", "never");
		assertThat(browser.texts("tbody tr").get(1)).contains("new@acme.example", "Editor", "Invited");
	}

	@Test
	void areFoundInTheirOrganization(Browser browser) {
		this.scalekit.users().add("ada@acme.example", (user) -> user.memberOf(this.acme));
		this.scalekit.users().add("bob@acme.example", (user) -> user.memberOf(this.acme));
		this.scalekit.users().add("ada@other.example", (user) -> user.memberOf(this.other));
		browser.open(users()).enter(FIND, "ADA@").press("Find");
		assertThat(browser.texts("tbody th a")).containsExactly("ada@acme.example");
		browser.enter(FIND, "nobody").press("Find");
		assertThat(browser.text(".find")).contains("Nobody has nobody in their e-mail address",
				"Scalekit does not search for names");
		browser.enter(FIND, "ad").press("Find");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#text-error")).isEqualTo("Enter 3 to 100 characters");
		browser.click(USERS);
		assertThat(browser.texts("tbody tr")).hasSize(2);
	}

	@Test
	void areInvitedWithoutAnyScript(Browser browser) {
		browser.withoutScripts()
			.open(users())
			.follow("Invite a user")
			.enter("E-mail address", "ada@acme.example")
			.enter("Given name", "Ada")
			.enter("Family name", "Byron")
			.choose("Auditor")
			.press("Send invitation");
		assertThat(browser.text("[role=status]")).isEqualTo("Invitation sent to ada@acme.example");
		assertThat(browser.texts("tbody tr")).singleElement().asString().contains("Ada Byron", "Auditor", "Invited");
	}

	@Test
	void areInvitedOnlyAsScalekitWantsIt(Browser browser) {
		browser.open(users() + "/new").press("Send invitation");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#email-error")).isEqualTo("Enter an e-mail address");
		browser.enter("E-mail address", "nonsense").choose("Editor").press("Send invitation");
		assertThat(browser.text("#email-error")).isNotEmpty();
		assertThat(browser.valueOf("E-mail address")).isEqualTo("nonsense");
		assertThat(browser.isChosen("Editor")).isTrue();
		assertThat(this.scalekit.users().count()).isZero();
	}

	@Test
	void areInvitedOnce(Browser browser) {
		this.scalekit.users().add("ada@acme.example", (user) -> user.memberOf(this.acme));
		browser.open(users() + "/new").enter("E-mail address", "ada@acme.example").press("Send invitation");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#email-error")).isEqualTo("This person is a member or invited already");
	}

	/**
	 * Scalekit has one user for an e-mail address.
	 */
	@Test
	void areInvitedAlsoIfAnotherOrganizationHasThem(Browser browser) {
		String id = this.scalekit.users().add("ada@other.example", (user) -> user.memberOf(this.other));
		browser.open(users() + "/new").enter("E-mail address", "Ada@Other.example").choose("Editor");
		browser.press("Send invitation");
		assertThat(browser.text("[role=status]")).isEqualTo("Invitation sent to Ada@Other.example");
		assertThat(this.scalekit.users().count()).isEqualTo(1);
		assertThat(this.scalekit.users().get(id).membership(this.acme).orElseThrow().isInvitation()).isTrue();
	}

	@Test
	void areGivenRoles(Browser browser) {
		String id = this.scalekit.users().add("ada@acme.example", (user) -> user.memberOf(this.acme, "editor"));
		browser.open(users()).follow("ada@acme.example");
		assertThat(browser.isChosen("Editor")).isTrue();
		browser.choose("Editor").choose("Auditor").press("Save roles");
		assertThat(browser.text("[role=status]")).isEqualTo("Roles saved");
		assertThat(browser.isChosen("Editor")).isFalse();
		assertThat(browser.isChosen("Auditor")).isTrue();
		browser.press("Save roles");
		assertThat(bodies(UPDATE)).containsExactly("{\"roles\":[{\"name\":\"auditor\"}]}");
		assertThat(roles(id)).containsExactly("auditor");
	}

	@Test
	void doNotLoseRolesThatSomebodyElseHasGiven(Browser browser) {
		String id = this.scalekit.users().add("ada@acme.example", (user) -> user.memberOf(this.acme));
		browser.open(users() + "/" + id).choose("Editor");
		this.memberships.update(this.acme, id, UpdateMembership.none().withRoles("auditor"));
		browser.press("Save roles");
		assertThat(browser.status()).isEqualTo(409);
		assertThat(browser.texts(".difference")).contains("Role: auditor\nThere now: on\nYou entered: off",
				"Role: editor\nThere now: off\nYou entered: on");
		browser.press("Save");
		assertThat(browser.text("[role=status]")).isEqualTo("Roles saved");
		assertThat(roles(id)).containsExactlyInAnyOrder("auditor", "editor");
	}

	@Test
	void areInvitedAgain(Browser browser) {
		String id = this.scalekit.users().add("ada@acme.example", (user) -> user.invitedTo(this.acme));
		browser.open(users() + "/" + id);
		assertThat(browser.text("dl")).contains("Invited", "Invitation valid until");
		browser.press("Send it again");
		assertThat(browser.text("[role=status]")).isEqualTo("Invitation sent to ada@acme.example again");
		this.scalekit.users().acceptInvitation(id, this.acme);
		assertThat(browser.open(users() + "/" + id).texts("button")).doesNotContain("Send it again");
	}

	@Test
	void areRemovedOnceTheirAddressIsTyped(Browser browser) {
		String id = this.scalekit.users()
			.add("ada@acme.example", (user) -> user.memberOf(this.acme).memberOf(this.other));
		browser.open(users() + "/" + id).follow("Remove user").press("Remove user");
		assertThat(browser.status()).isEqualTo(422);
		assertThat(browser.text("#name-error")).isEqualTo("This is not the name");
		browser.enter("Type ada@acme.example to confirm", "ada@acme.example").press("Remove user");
		assertThat(browser.text("[role=status]")).isEqualTo("ada@acme.example removed");
		assertThat(this.scalekit.users().get(id).membership(this.acme)).isEmpty();
		assertThat(this.scalekit.users().get(id).membership(this.other)).isPresent();
	}

	@Test
	void areNotFoundInOtherOrganizations(Browser browser) {
		String id = this.scalekit.users().add("ada@other.example", (user) -> user.memberOf(this.other));
		browser.open(users() + "/" + id);
		assertThat(browser.status()).isEqualTo(404);
		assertThat(browser.open(users() + "/" + id + "/remove").status()).isEqualTo(404);
	}

	@Test
	void ofAllOrganizationsAreFound(Browser browser) {
		String id = this.scalekit.users()
			.add("ada@acme.example",
					(user) -> user.name("Ada", "Byron")
						.externalId("u-1")
						.memberOf(this.acme, "editor")
						.invitedTo(this.other));
		this.scalekit.users().add("bob@acme.example", (user) -> user.memberOf(this.acme));
		browser.open("/organizations").follow("Users");
		assertThat(browser.texts("tbody tr")).hasSize(2);
		browser.enter(FIND_ANY, "ADA@").press("Find");
		assertThat(browser.texts("tbody tr")).singleElement().asString().contains("Ada Byron", "Acme", "Other", "u-1");
		browser.follow("Ada Byron");
		assertThat(browser.texts("#memberships > div")).containsExactly("Acme\nActive Editor", "Other\nInvited Member");
		browser.follow("Other");
		assertThat(browser.path()).isEqualTo("/organizations/%s/users/%s".formatted(this.other, id));
	}

	@Test
	void ofAllOrganizationsAreFoundByWhatOneHas(Browser browser) {
		String id = this.scalekit.users()
			.add("ada@acme.example", (user) -> user.externalId("a/b c?d").memberOf(this.acme));
		for (String text : new String[] { id, " a/b c?d " }) {
			browser.open("/organizations").enter(FIND_ANY, text).press("Find");
			assertThat(browser.path()).isEqualTo("/users/" + id);
		}
		browser.open("/users").enter(FIND_ANY, this.acme).press("Find");
		assertThat(browser.path()).isEqualTo("/organizations/" + this.acme);
		browser.open("/users").enter(FIND_ANY, "usr_404").press("Find");
		assertThat(browser.text(".find")).contains("Nobody has usr_404");
	}

	private String users() {
		return "/organizations/" + this.acme + "/users";
	}

	private List<String> roles(String id) {
		return this.memberships.listRoles(this.acme, id).stream().map(RoleReference::name).toList();
	}

	private List<String> bodies(String operation) {
		return this.scalekit.requests(operation).stream().map(ReceivedRequest::body).toList();
	}

}
