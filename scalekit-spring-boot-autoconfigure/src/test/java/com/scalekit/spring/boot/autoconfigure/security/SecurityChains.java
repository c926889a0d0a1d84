package com.scalekit.spring.boot.autoconfigure.security;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.ApplicationContext;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

/**
 * The chains of an application, whatever its stack.
 */
public final class SecurityChains {

	private SecurityChains() {
	}

	/**
	 * Return the names of the filters of each chain.
	 */
	public static List<List<String>> filters(ApplicationContext context) {
		return Stream
			.<Stream<?>>concat(
					context.getBeanProvider(SecurityFilterChain.class)
						.orderedStream()
						.map((chain) -> chain.getFilters().stream()),
					context.getBeanProvider(SecurityWebFilterChain.class)
						.orderedStream()
						.map((chain) -> chain.getWebFilters().toStream()))
			.map((chain) -> chain.map((filter) -> filter.getClass().getName()).toList())
			.toList();
	}

}
