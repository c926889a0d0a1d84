package com.example;

import com.example.test.ApplicationTests;
import com.example.test.RunningApplication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineApplicationTests extends ApplicationTests {

	CommandLineApplicationTests() {
		super(CommandLineApplication.class);
	}

	@ParameterizedTest
	@MethodSource("both")
	void hasNoWebServer(RunningApplication application) {
		assertThat(application.context().getEnvironment().containsProperty("local.server.port")).isFalse();
		assertThat(application.context().getBeanDefinitionNames())
			.noneMatch((name) -> name.matches("(?i).*webServer.*"));
	}

}
