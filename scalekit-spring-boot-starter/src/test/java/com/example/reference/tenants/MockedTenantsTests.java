package com.example.reference.tenants;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static org.mockito.BDDMockito.then;

@SpringBootTest
class MockedTenantsTests {

	@MockitoBean
	private OrganizationsClient organizations;

	@Test
	void onboardsWithExternalId(@Autowired Tenants tenants) {
		tenants.onboard("Acme", "t-1");
		then(this.organizations).should().create(CreateOrganization.named("Acme").withExternalId("t-1"));
	}

}
