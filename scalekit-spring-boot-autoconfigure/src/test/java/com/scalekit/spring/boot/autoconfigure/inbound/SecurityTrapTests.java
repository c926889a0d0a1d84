package com.scalekit.spring.boot.autoconfigure.inbound;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.UnreachableFilterChainException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.springframework.security.config.Customizer.withDefaults;

/**
 * Why deliveries are not let in by Spring Security: what would happen to an application
 * that gets a chain, or a rule, for a single path.
 */
class SecurityTrapTests {

	private static final String PATH = "/other";

	@Test
	void chainOfOnePathOpensAReactiveApplication() {
		try (InboundApplication application = InboundApplication.start(Stack.WEBFLUX, Security.DEFAULT_CHAIN,
				ReactivePathChain.class)) {
			assertThat(application.http().get("/me").status()).isEqualTo(200);
		}
	}

	@Test
	void chainOfOnePathOpensAServletApplication() {
		try (InboundApplication application = InboundApplication.start(Stack.MVC, Security.DEFAULT_CHAIN,
				ServletPathChain.class)) {
			assertThat(application.http().get("/me").status()).isEqualTo(200);
		}
	}

	@Test
	void chainOfOnePathIsUnreachableBehindTheFirstOne() {
		assertThatException()
			.isThrownBy(
					() -> InboundApplication.start(Stack.MVC, Security.HIGHEST_CHAIN, ServletPathChain.class).close())
			.havingRootCause()
			.isInstanceOf(UnreachableFilterChainException.class);
		try (InboundApplication application = InboundApplication.start(Stack.WEBFLUX, Security.HIGHEST_CHAIN,
				ReactivePathChain.class)) {
			assertThat(application.http().post(PATH, List.of(), new byte[0]).status()).isIn(401, 403);
		}
	}

	@Test
	void ruleOfOnePathLocksAChainWithoutRules() {
		try (InboundApplication application = InboundApplication.start(Stack.MVC, Security.DEFAULT_CHAIN,
				ChainWithoutRules.class)) {
			assertThat(application.http().get("/me").status()).isEqualTo(200);
		}
		try (InboundApplication application = InboundApplication.start(Stack.MVC, Security.DEFAULT_CHAIN,
				ChainWithoutRules.class, PathRule.class)) {
			assertThat(application.http().get("/me").status()).isIn(401, 403);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class ServletPathChain {

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		SecurityFilterChain pathChain(HttpSecurity http) throws Exception {
			return http.securityMatcher(PATH)
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactivePathChain {

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		SecurityWebFilterChain pathChain(ServerHttpSecurity http) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(PATH))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll())
				.csrf(ServerHttpSecurity.CsrfSpec::disable)
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ChainWithoutRules {

		@Bean
		SecurityFilterChain applicationChain(HttpSecurity http) throws Exception {
			return http.httpBasic(withDefaults()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PathRule {

		@Bean
		Customizer<HttpSecurity> pathRule() {
			return (http) -> http.authorizeHttpRequests((requests) -> requests.requestMatchers(PATH).permitAll());
		}

	}

}
