package com.example.console;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(properties = "scalekit.environment-url=")
@AutoConfigureMockMvc
class ActuatorTests {

	@Autowired
	private MockMvcTester console;

	/**
	 * On a busy machine the first probe may be over before the first token is there.
	 */
	@Test
	void isUp() {
		await().untilAsserted(() -> assertThat(this.console.get().uri("/actuator/health")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.status")
			.isEqualTo("UP"));
	}

	@Test
	void exposesNothingButHealthAndInfo() {
		assertThat(this.console.get().uri("/actuator")).bodyJson()
			.extractingPath("$._links")
			.asMap()
			.containsOnlyKeys("self", "health", "health-path", "info");
		assertThat(this.console.get().uri("/actuator/env")).hasStatus(HttpStatus.UNAUTHORIZED);
	}

}
