package com.example.console.signin;

import java.util.Set;
import java.util.stream.Stream;

import com.example.console.Administrator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Every page that there is, and those to come: none shows or changes another
 * organization, whatever the address says.
 */
@SpringBootTest(properties = "scalekit.environment-url=")
@AutoConfigureMockMvc
class MappingsTests {

	/**
	 * What everyone who is signed in may see, of the organization in the session.
	 */
	private static final Set<String> OF_EVERYONE = Set.of("/organizations", "/account", "/account/sign-out", "/api/me",
			"/api/organizations");

	/**
	 * What all members may see of their organization.
	 */
	private static final Set<String> OF_MEMBERS = Set.of("/organizations/{id:org_\\w+}",
			"/api/organizations/{organizationId:org_\\w+}");

	@Autowired
	private MockMvcTester console;

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private ClientRegistrationRepository registrations;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private String own = "";

	private String other = "";

	@BeforeEach
	void addOrganizations() {
		this.scalekit.reset();
		this.own = this.scalekit.organizations().add("Own");
		this.other = this.scalekit.organizations().add("Other");
	}

	@Test
	void areClosedToThoseWhoManageAnotherOrganization() {
		assertThat(patterns().filter((pattern) -> pattern.startsWith("/organizations/{id"))).hasSizeGreaterThan(5);
		patterns().filter((pattern) -> !OF_EVERYONE.contains(pattern)).forEach((pattern) -> {
			assertForbidden(HttpMethod.GET, path(pattern, this.other), "organization:write");
			assertForbidden(HttpMethod.POST, path(pattern, this.other), "organization:write");
		});
		assertThat(this.scalekit.requests()).isEmpty();
	}

	@Test
	void areClosedToMembersWhoMayNotChangeTheirOrganization() {
		patterns().filter((pattern) -> !OF_EVERYONE.contains(pattern)).forEach((pattern) -> {
			if (!OF_MEMBERS.contains(pattern)) {
				assertForbidden(HttpMethod.GET, path(pattern, this.own));
			}
			assertForbidden(HttpMethod.POST, path(pattern, this.own));
		});
		assertThat(this.scalekit.requests()).isEmpty();
	}

	private Stream<String> patterns() {
		return this.mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((mapping) -> mapping.getValue().getBeanType().getPackageName().startsWith("com.example.console"))
			.flatMap((mapping) -> mapping.getKey().getPatternValues().stream())
			.distinct();
	}

	private static String path(String pattern, String organizationId) {
		return pattern.replaceFirst("\\{(id|organizationId):[^/]*}", organizationId).replaceAll("\\{[^/]*}", "any_1");
	}

	private void assertForbidden(HttpMethod method, String path, String... permissions) {
		RequestPostProcessor caller = Administrator.member(this.registrations, this.own, permissions);
		assertThat(this.console.method(method).uri(path).with(caller).with(csrf())).as(method + " " + path)
			.hasStatus(HttpStatus.FORBIDDEN);
	}

}
