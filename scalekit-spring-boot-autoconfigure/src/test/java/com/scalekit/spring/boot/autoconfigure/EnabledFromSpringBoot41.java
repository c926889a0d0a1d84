package com.scalekit.spring.boot.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.SpringBootVersion;

/**
 * Marks a test of something that Spring Boot itself does since 4.1.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EnabledFromSpringBoot41.Condition.class)
@interface EnabledFromSpringBoot41 {

	class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			String version = SpringBootVersion.getVersion();
			return version.startsWith("4.0.") ? ConditionEvaluationResult.disabled("Spring Boot " + version)
					: ConditionEvaluationResult.enabled("Spring Boot " + version);
		}

	}

}
