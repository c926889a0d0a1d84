package com.example.manager;

import com.example.test.LoginApplicationTests;
import com.example.test.RunningApplication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;

import static org.assertj.core.api.Assertions.assertThat;

class ManagerApplicationTests extends LoginApplicationTests {

	ManagerApplicationTests() {
		super(ManagerApplication.class);
	}

	@Override
	protected int filterChains() {
		return 2;
	}

	@ParameterizedTest
	@MethodSource("both")
	void managerOfTheApplicationIsItsOwn(RunningApplication application) {
		assertThat(application.bean(ReactiveOAuth2AuthorizedClientManager.class))
			.isExactlyInstanceOf(AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager.class)
			.isSameAs(application.context().getBean("manager"));
	}

}
