package com.example.console.organizations;

import com.example.console.Administrator;
import com.example.console.signin.Access;
import com.example.console.signin.Operator;
import com.example.console.signin.SignedInHandler;
import com.example.console.signin.Visitor;
import com.example.console.web.SecurityConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import com.scalekit.spring.boot.autoconfigure.ScalekitConnectionDetails;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.mock;
import static org.mockito.BDDMockito.then;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * The controller on its own: there is no Scalekit in this slice, so a mock is enough.
 */
@WebMvcTest(OrganizationsController.class)
@Import({ SecurityConfiguration.class, Administrator.class, OrganizationsControllerTests.Beans.class })
class OrganizationsControllerTests {

	@Autowired
	private MockMvcTester console;

	@MockitoBean
	private OrganizationsClient organizations;

	@MockitoBean
	private JwtDecoder jwtDecoder;

	@Test
	void deletesThroughTheClient() {
		Organization organization = mock();
		given(organization.id()).willReturn("org_1");
		given(organization.displayName()).willReturn("Acme");
		given(this.organizations.get("org_1")).willReturn(organization);
		assertThat(this.console.post().uri("/organizations/org_1/delete").with(csrf()).param("name", "Acme"))
			.hasStatus3xxRedirection();
		then(this.organizations).should().delete("org_1");
	}

	@TestConfiguration(proxyBeanMethods = false)
	@Import({ Access.class, Visitor.class, SignedInHandler.class })
	static class Beans {

		@Bean
		Operator operator() {
			return new Operator("org_operator");
		}

		@Bean
		ScalekitConnectionDetails connectionDetails() {
			ScalekitConnectionDetails connectionDetails = mock();
			given(connectionDetails.getEnvironmentUrl()).willReturn("https://acme.scalekit.com");
			return connectionDetails;
		}

		@Bean
		ClientRegistrationRepository clientRegistrationRepository() {
			return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("scalekit")
				.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.clientId("skc_1")
				.redirectUri("{baseUrl}/login/oauth2/code/scalekit")
				.authorizationUri("https://acme.scalekit.com/oauth/authorize")
				.tokenUri("https://acme.scalekit.com/oauth/token")
				.build());
		}

	}

}
