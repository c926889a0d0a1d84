package com.example.console.signin;

import com.example.console.Administrator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What members of one organization see and change, whatever they ask for.
 */
@SpringBootTest(properties = "scalekit.environment-url=")
@AutoConfigureMockMvc
class AccessTests {

	@Autowired
	private MockMvcTester console;

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private ClientRegistrationRepository registrations;

	@Autowired
	private Operator operator;

	private String own = "";

	private String other = "";

	@BeforeEach
	void addOrganizations() {
		this.scalekit.reset();
		this.own = this.scalekit.organizations().add("Own", "own-1");
		this.other = this.scalekit.organizations().add("Other", "other-1");
	}

	@Test
	void startsAtTheOwnOrganization() {
		assertThat(this.console.get().uri("/organizations").with(member()))
			.hasRedirectedUrl("/organizations/" + this.own);
		assertThat(this.console.get().uri("/organizations/" + this.own).with(member())).hasStatusOk()
			.bodyText()
			.contains("Own")
			.doesNotContain("/edit", "/settings", "/delete", "/portal", "href=\"/activity\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/edit", "/settings", "/delete" })
	void keepsOtherOrganizationsClosed(String page) {
		for (String id : new String[] { this.other, "org_404" }) {
			assertThat(this.console.get().uri("/organizations/" + id + page).with(manager()))
				.hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(this.scalekit.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/edit", "/settings", "/portal", "/delete" })
	void keepsOtherOrganizationsAsTheyAre(String page) {
		assertThat(this.console.post()
			.uri("/organizations/" + this.other + page)
			.with(manager())
			.with(csrf())
			.param("displayName", "Taken over")
			.param("name", "Other")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.scalekit.requests()).isEmpty();
	}

	/**
	 * The organization is that of the address, and no other parameter names one.
	 */
	@Test
	void doesNotTakeTheOrganizationFromAParameter() {
		assertThat(this.console.post()
			.uri("/organizations/%s/edit?id=%s".formatted(this.own, this.other))
			.with(manager())
			.with(csrf())
			.param("loaded.displayName", "Own")
			.param("loaded.externalId", "own-1")
			.param("externalId", "own-1")
			.param("displayName", "Renamed")).hasStatus3xxRedirection();
		assertThat(this.scalekit.organizations().get(this.other).displayName()).isEqualTo("Other");
		assertThat(this.scalekit.organizations().get(this.own).displayName()).isEqualTo("Renamed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/organizations/new", "/organizations.csv", "/activity", "/webhooks", "/webhooks/latest",
			"/nothing" })
	void keepsClosedWhatIsAboutAllOrganizations(String path) {
		assertThat(this.console.get().uri(path).with(manager())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.scalekit.requests()).isEmpty();
	}

	@Test
	void letsOnlyThoseChangeWhoHaveThePermission() {
		for (String page : new String[] { "/edit", "/settings" }) {
			assertThat(this.console.get().uri("/organizations/" + this.own + page).with(manager())).hasStatusOk();
			assertThat(this.console.get().uri("/organizations/" + this.own + page).with(member()))
				.hasStatus(HttpStatus.FORBIDDEN);
			assertThat(this.console.post().uri("/organizations/" + this.own + page).with(member()).with(csrf()))
				.hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(this.console.post()
			.uri("/organizations/%s/delete".formatted(this.own))
			.with(manager())
			.with(csrf())
			.param("name", "Own")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.scalekit.organizations().count()).isEqualTo(2);
	}

	/**
	 * A customer may give this permission to its own people.
	 */
	@Test
	void doesNotMakeCustomersAdministrators() {
		RequestPostProcessor pretender = in(this.own, "console:manage");
		assertThat(this.console.get().uri("/organizations/" + this.other).with(pretender))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.console.get().uri("/activity").with(pretender)).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void doesNotMakeEveryoneOfTheOperatorAnAdministrator() {
		for (String authority : new String[] { "ROLE_admin", "SCOPE_console:manage", "organization:write" }) {
			assertThat(this.console.get().uri("/activity").with(in(this.operator.organizationId(), authority)))
				.as(authority)
				.hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(this.console.get().uri("/activity").with(in(this.operator.organizationId(), "console:manage")))
			.hasStatusOk();
	}

	@Test
	void listsOneOrganizationToTheProgramsOfAMember() {
		String token = this.scalekit.accessTokens().user("usr_1").organization(this.own).sign();
		assertThat(this.console.get().uri("/api/organizations").header("Authorization", "Bearer " + token))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("$.organizations[*].name")
			.asArray()
			.containsExactly("Own");
		assertThat(
				this.console.get().uri("/api/organizations/" + this.other).header("Authorization", "Bearer " + token))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void listsAllOrganizationsToTheProgramsOfAnAdministrator() {
		String token = this.scalekit.accessTokens()
			.user("usr_1")
			.organization(this.operator.organizationId())
			.permission("console:manage")
			.sign();
		assertThat(this.console.get().uri("/api/organizations").header("Authorization", "Bearer " + token))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("$.organizations[*].name")
			.asArray()
			.containsExactly("Own", "Other");
		assertThat(this.console.get().uri("/api/organizations/org_404").header("Authorization", "Bearer " + token))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void tellsProgramsWhoTheyAre() {
		String token = this.scalekit.accessTokens().user("usr_1").organization(this.own).permission("a:b").sign();
		assertThat(this.console.get().uri("/api/me").header("Authorization", "Bearer " + token)).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"{\"userId\":\"usr_1\",\"organizationId\":\"%s\",\"permissions\":[\"a:b\"]}".formatted(this.own));
		assertThat(this.console.get().uri("/api/me").header("Authorization", "Bearer " + token + "x"))
			.hasStatus(HttpStatus.UNAUTHORIZED);
	}

	private RequestPostProcessor member() {
		return in(this.own);
	}

	private RequestPostProcessor manager() {
		return in(this.own, "organization:write");
	}

	private RequestPostProcessor in(String organizationId, String... permissions) {
		return Administrator.member(this.registrations, organizationId, permissions);
	}

}
