package com.example.reference;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

@WebMvcTest(properties = "scalekit.login.enabled=true")
@AutoConfigureScalekitServer
class PageTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ClientRegistrationRepository registrations;

	@Test
	void showsTheOrganization() {
		RequestPostProcessor ann = oidcLogin().clientRegistration(this.registrations.findByRegistrationId("scalekit"))
			.idToken((token) -> token.claim("email", "ann@acme.com").claim("oid", "org_1"));
		assertThat(this.mvc.get().uri("/me").with(ann)).bodyText().isEqualTo("ann@acme.com of org_1");
	}

	@Test
	void showsTheOrganizationOfAToken() {
		RequestPostProcessor ann = jwt().jwt((token) -> token.claim("email", "ann@acme.com").claim("oid", "org_1"));
		assertThat(this.mvc.get().uri("/me").with(ann)).bodyText().isEqualTo("ann@acme.com of org_1");
	}

	@Test
	void isForUsersOfScalekit() {
		assertThat(this.mvc.get().uri("/me").with(oidcLogin())).hasStatus(403);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(LoginChains.Home.class)
	static class Application {

	}

}
