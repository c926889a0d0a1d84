package com.example.reference;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.webhooks.InterceptorDecision;

import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = "scalekit.interceptor.secret=${SCALEKIT_INTERCEPTOR_SECRET}")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureScalekitServer
class SignupRulesTests {

	@Test
	void asksForCompanyAddress(@Autowired ScalekitServer scalekit) {
		InterceptorDecision decision = scalekit.interceptors().ask("PRE_SIGNUP").email("ann@example.com").decision();
		assertThat(decision.allowed()).isFalse();
		assertThat(decision.message()).isEqualTo("Use your company address");
	}

	@Test
	void addsPlanToToken(@Autowired ScalekitServer scalekit) {
		assertThat(scalekit.interceptors().ask("PRE_SESSION_CREATION").decision().claims()).containsEntry("plan",
				"enterprise");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(SignupRules.class)
	static class Application {

	}

}
