package com.example.reference.tenants;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;

import static com.scalekit.spring.test.ScriptedResponse.tooManyRequests;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureScalekitServer
class TenantsTests {

	@Test
	void onboardsDespiteRateLimit(@Autowired Tenants tenants, @Autowired ScalekitServer scalekit) {
		scalekit.next("POST /api/v1/organizations").respondsWith(tooManyRequests(Duration.ofSeconds(1)));
		tenants.onboard("Acme", "t-1");
		assertThat(scalekit.organizations().count()).isEqualTo(1);
	}

}
