package com.example;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;

import static com.scalekit.spring.test.ScriptedResponse.serviceUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureScalekitServer
class TenantsTests {

	static final Set<ScalekitServer> SERVERS = ConcurrentHashMap.newKeySet();

	@Test
	void onboardsOnce(@Autowired Tenants tenants, @Autowired ScalekitServer scalekit) {
		SERVERS.add(scalekit);
		tenants.onboard("Acme", "t-1");
		assertThat(scalekit.organizations().count()).isEqualTo(1);
		assertThat(scalekit.requests("POST /api/v1/organizations")).extracting(ReceivedRequest::body)
			.containsExactly("{\"display_name\":\"Acme\",\"external_id\":\"t-1\"}");
	}

	@Test
	void survivesShortOutage(@Autowired Tenants tenants, @Autowired ScalekitServer scalekit) {
		SERVERS.add(scalekit);
		scalekit.organizations().add("Acme", "t-1");
		scalekit.next("GET /api/v1/organizations:external/{external_id}").respondsWith(serviceUnavailable());
		assertThat(tenants.nameOf("t-1")).isEqualTo("Acme");
		assertThat(scalekit.requests("GET /api/v1/organizations:external/{external_id}"))
			.extracting(ReceivedRequest::status)
			.containsExactly(503, 200);
	}

}
