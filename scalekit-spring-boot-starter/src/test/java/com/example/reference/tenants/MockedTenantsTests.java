package com.example.reference.tenants;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import com.scalekit.spring.client.http.ScalekitJson;
import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

@SpringBootTest
class MockedTenantsTests {

	@MockitoBean
	private OrganizationsClient organizations;

	@Test
	void onboardsWithExternalId(@Autowired Tenants tenants) {
		Organization acme = ScalekitJson.read("""
				{"organization":{"id":"org_1","display_name":"Acme","external_id":"t-1"}}""", Organization.class);
		given(this.organizations.create(CreateOrganization.named("Acme").withExternalId("t-1"))).willReturn(acme);
		assertThat(tenants.onboard("Acme", "t-1")).isEqualTo(acme);
	}

}
