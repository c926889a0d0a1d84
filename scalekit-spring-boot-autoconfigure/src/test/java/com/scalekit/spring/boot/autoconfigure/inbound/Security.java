package com.scalekit.spring.boot.autoconfigure.inbound;

import java.util.stream.Stream;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

import static org.springframework.security.config.Customizer.withDefaults;

/**
 * How an application is secured.
 */
enum Security {

	NONE(null, null),

	DEFAULT_CHAIN(null, null),

	OWN_CHAIN(ServletChain.class, ReactiveChain.class),

	FIRST_CHAIN(FirstServletChain.class, FirstReactiveChain.class),

	HIGHEST_CHAIN(HighestServletChain.class, HighestReactiveChain.class);

	private final Class<?> servlet;

	private final Class<?> reactive;

	Security(Class<?> servlet, Class<?> reactive) {
		this.servlet = servlet;
		this.reactive = reactive;
	}

	boolean isLocked() {
		return this != NONE;
	}

	void addTo(SpringApplicationBuilder application, Stack stack) {
		Class<?> chain = (stack == Stack.MVC) ? this.servlet : this.reactive;
		if (chain != null) {
			application.sources(chain);
		}
		Stream<String> excluded = (this != NONE) ? Stream.empty() : Stream
			.of("SecurityAutoConfiguration", "UserDetailsServiceAutoConfiguration",
					"ReactiveUserDetailsServiceAutoConfiguration", "web.servlet.ServletWebSecurityAutoConfiguration",
					"web.servlet.SecurityFilterAutoConfiguration", "web.reactive.ReactiveWebSecurityAutoConfiguration",
					"actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
					"actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration")
			.map("org.springframework.boot.security.autoconfigure."::concat);
		application.properties(stack.excluding(excluded.toArray(String[]::new)));
	}

	private static SecurityFilterChain chain(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.httpBasic(withDefaults())
			.build();
	}

	private static SecurityWebFilterChain chain(ServerHttpSecurity http) {
		return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
			.httpBasic(withDefaults())
			.build();
	}

	@Configuration(proxyBeanMethods = false)
	static class ServletChain {

		@Bean
		SecurityFilterChain applicationChain(HttpSecurity http) throws Exception {
			return chain(http);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FirstServletChain {

		@Bean
		@Order(0)
		SecurityFilterChain applicationChain(HttpSecurity http) throws Exception {
			return chain(http);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HighestServletChain {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		SecurityFilterChain applicationChain(HttpSecurity http) throws Exception {
			return chain(http);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveChain {

		@Bean
		SecurityWebFilterChain applicationChain(ServerHttpSecurity http) {
			return chain(http);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FirstReactiveChain {

		@Bean
		@Order(0)
		SecurityWebFilterChain applicationChain(ServerHttpSecurity http) {
			return chain(http);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HighestReactiveChain {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		SecurityWebFilterChain applicationChain(ServerHttpSecurity http) {
			return chain(http);
		}

	}

}
