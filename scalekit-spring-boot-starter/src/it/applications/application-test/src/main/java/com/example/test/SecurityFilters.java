package com.example.test;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.ApplicationContext;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

/**
 * The filters of each chain of Spring Security, in their order.
 */
final class SecurityFilters {

	private SecurityFilters() {
	}

	static List<List<String>> of(ApplicationContext context) {
		return Stream
			.<Stream<?>>concat(
					context.getBeanProvider(SecurityFilterChain.class)
						.orderedStream()
						.map((chain) -> chain.getFilters().stream()),
					context.getBeanProvider(SecurityWebFilterChain.class)
						.orderedStream()
						.map((chain) -> chain.getWebFilters().toStream()))
			.map((filters) -> filters.map((filter) -> filter.getClass().getName()).toList())
			.toList();
	}

}
