package com.example.login;

import com.example.test.LoginApplicationTests;
import com.example.test.RunningApplication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MvcLoginApplicationTests extends LoginApplicationTests {

	MvcLoginApplicationTests() {
		super(MvcLoginApplication.class);
	}

	@ParameterizedTest
	@MethodSource("both")
	void webClientOfTheApplicationIsItsOwn(RunningApplication application) {
		assertThat(application.bean(MvcLoginApplication.class).webClient)
			.isSameAs(application.context().getBean("webClient"));
	}

}
