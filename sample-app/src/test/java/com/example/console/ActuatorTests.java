package com.example.console;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = "scalekit.environment-url=")
@AutoConfigureMockMvc
class ActuatorTests {

	@Autowired
	private MockMvcTester console;

	@Test
	void isUp() {
		assertThat(this.console.get().uri("/actuator/health")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.status")
			.isEqualTo("UP");
	}

	@Test
	void exposesNothingButHealthAndInfo() {
		assertThat(this.console.get().uri("/actuator")).bodyJson()
			.extractingPath("$._links")
			.asMap()
			.containsOnlyKeys("self", "health", "health-path", "info");
		assertThat(this.console.get().uri("/actuator/env")).hasStatus(HttpStatus.NOT_FOUND);
	}

}
