package com.example.console.environment;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches if the console is not connected to an environment, and so has one in memory.
 */
class NoEnvironmentUrl implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return matches(context.getEnvironment());
	}

	static boolean matches(Environment environment) {
		return !StringUtils.hasText(environment.getProperty("scalekit.environment-url"));
	}

}
