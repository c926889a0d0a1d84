package com.example.reference;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.interceptors.PreMachineToken;
import com.scalekit.spring.interceptors.PreSessionCreation;
import com.scalekit.spring.interceptors.PreSignup;
import com.scalekit.spring.interceptors.ScalekitInterceptor;

@Configuration(proxyBeanMethods = false)
class SignupRules {

	@Bean
	ScalekitInterceptor<PreSignup> companyMailOnly() {
		return (signup) -> signup.email().endsWith("@acme.com") ? signup.allow()
				: signup.deny("Use your company address");
	}

	@Bean
	ScalekitInterceptor<PreSessionCreation> planInToken() {
		return (session) -> session.allowWithClaims(Map.of("plan", "enterprise"));
	}

	@Bean
	ScalekitInterceptor<PreMachineToken> readOnly() {
		return (token) -> token.allow().withScopes("invoices:read");
	}

}
