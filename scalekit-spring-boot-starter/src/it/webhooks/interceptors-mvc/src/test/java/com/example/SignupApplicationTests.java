package com.example;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureScalekitServer
class SignupApplicationTests {

	@Test
	void decidesByAddress(@Autowired ScalekitServer scalekit) {
		assertThat(scalekit.interceptors().ask("PRE_SIGNUP").email("ann@acme.com").decision().allowed()).isTrue();
		assertThat(scalekit.interceptors().ask("PRE_SIGNUP").email("ann@example.com").decision().message())
			.isEqualTo("Use your company address");
	}

	@Test
	void deniesForgedQuestions(@Autowired ScalekitServer scalekit) {
		assertThat(scalekit.interceptors().ask("PRE_SIGNUP").email("ann@acme.com").forged().decision().allowed())
			.isFalse();
	}

}
