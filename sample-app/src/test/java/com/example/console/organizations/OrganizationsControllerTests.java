package com.example.console.organizations;

import com.example.console.web.SecurityConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

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
@Import(SecurityConfiguration.class)
class OrganizationsControllerTests {

	@Autowired
	private MockMvcTester console;

	@MockitoBean
	private OrganizationsClient organizations;

	@Test
	void deletesThroughTheClient() {
		Organization organization = mock();
		given(organization.displayName()).willReturn("Acme");
		given(this.organizations.get("org_1")).willReturn(organization);
		assertThat(this.console.post().uri("/organizations/org_1/delete").with(csrf()).param("name", "Acme"))
			.hasStatus3xxRedirection();
		then(this.organizations).should().delete("org_1");
	}

}
