package com.example;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs in parallel to {@link TenantsTests}, with the same application context.
 */
@SpringBootTest
@AutoConfigureScalekitServer
class TenantsUnderSameConfigurationTests {

	@Test
	void onboardsOnce(@Autowired Tenants tenants, @Autowired ScalekitServer scalekit) {
		TenantsTests.SERVERS.add(scalekit);
		tenants.onboard("Acme", "t-1");
		assertThat(scalekit.organizations().count()).isEqualTo(1);
	}

	@AfterAll
	static void sharesServer() {
		assertThat(TenantsTests.SERVERS).hasSize(1);
	}

}
