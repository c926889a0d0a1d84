package com.example.console.web;

import com.example.console.Administrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest(properties = { "scalekit.environment-url=", "management.endpoints.web.exposure.include=*" })
@AutoConfigureMockMvc
@Import(Administrator.class)
class SecurityConfigurationTests {

	@Autowired
	private MockMvcTester console;

	@Autowired
	private ScalekitServer scalekit;

	@Test
	void refusesChangesThatMayComeFromOtherSites() {
		int count = this.scalekit.organizations().count();
		assertThat(this.console.post().uri("/organizations/new").param("displayName", "Acme"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.console.post()
			.uri("/organizations/new")
			.with(csrf().useInvalidToken())
			.param("displayName", "Acme")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.scalekit.organizations().count()).isEqualTo(count);
	}

	@Test
	void acceptsChangesFromItsOwnPages() {
		assertThat(this.console.post().uri("/organizations/new").with(csrf()).param("displayName", "Acme"))
			.hasStatus3xxRedirection();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/organizations", "/actuator/health", "/console.css" })
	void isNotThereUnderOtherNames(String path) {
		assertThat(this.console.get().uri("http://other.example" + path)).hasStatus(HttpStatus.BAD_REQUEST)
			.body()
			.isEmpty();
		assertThat(this.console.get().uri("http://127.0.0.1" + path)).hasStatusOk();
		assertThat(this.console.get().uri("http://[::1]" + path)).hasStatusOk();
	}

	@Test
	void isNotChangedUnderOtherNames() {
		assertThat(this.console.post()
			.uri("http://other.example/organizations/new")
			.with(csrf())
			.param("displayName", "Acme")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/organizations", "/organizations/new", "/organizations/org_1", "/organizations.csv",
			"/activity", "/webhooks", "/webhooks/latest", "/account", "/nothing" })
	void asksPeopleToSignIn(String path) {
		assertThat(this.console.get().uri(path).with(anonymous()).accept(MediaType.TEXT_HTML))
			.hasStatus(HttpStatus.FOUND)
			.hasRedirectedUrl("/oauth2/authorization/scalekit");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/me", "/api/organizations", "/api/organizations/org_1", "/api/nothing" })
	void asksProgramsForAToken(String path) {
		assertThat(this.console.get().uri(path).with(anonymous()).accept(MediaType.TEXT_HTML))
			.hasStatus(HttpStatus.UNAUTHORIZED)
			.headers()
			.hasHeaderSatisfying("WWW-Authenticate",
					(values) -> assertThat(values).singleElement().asString().startsWith("Bearer"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/console.css", "/activity.js", "/logo.svg", "/signed-out", "/sign-in-failed",
			"/actuator/health" })
	void isOpenWhereNobodyIsSignedIn(String path) {
		assertThat(this.console.get().uri(path).with(anonymous())).hasStatusOk();
	}

	@Test
	void doesNotSignOutByALink() {
		assertThat(this.console.get().uri("/logout")).hasStatusOk().bodyText().contains("method=\"post\"", "_csrf");
		assertThat(this.console.post().uri("/logout")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/env", "/actuator/metrics", "/actuator/beans" })
	void keepsEndpointsClosedEvenIfTheyAreExposed(String path) {
		assertThat(this.console.get().uri(path)).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void acceptsLinksFromOtherSites() {
		assertThat(this.console.get().uri("/organizations").header("Sec-Fetch-Site", "cross-site")).hasStatusOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/organizations", "/actuator/health" })
	void allowsNothingOnAPageThatIsNotItsOwn(String path) {
		assertThat(this.console.get().uri(path)).headers()
			.hasValue("X-Content-Type-Options", "nosniff")
			.hasValue("Referrer-Policy", "same-origin")
			.hasHeaderSatisfying("Content-Security-Policy",
					(values) -> assertThat(values).singleElement()
						.asString()
						.contains("default-src 'none'", "form-action 'self' " + this.scalekit.url(),
								"frame-ancestors 'none'")
						.doesNotContain("unsafe"));
	}

}
