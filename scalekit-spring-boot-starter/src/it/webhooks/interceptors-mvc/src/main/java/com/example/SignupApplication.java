package com.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

import com.scalekit.spring.interceptors.PreSignup;
import com.scalekit.spring.interceptors.ScalekitInterceptor;

/**
 * An application that decides who may sign up.
 */
@SpringBootApplication
public class SignupApplication {

	public static void main(String[] args) {
		SpringApplication.run(SignupApplication.class, args);
	}

	@Bean
	ScalekitInterceptor<PreSignup> companyMailOnly() {
		return (signup) -> signup.email().endsWith("@acme.com") ? signup.allow()
				: signup.deny("Use your company address");
	}

}
