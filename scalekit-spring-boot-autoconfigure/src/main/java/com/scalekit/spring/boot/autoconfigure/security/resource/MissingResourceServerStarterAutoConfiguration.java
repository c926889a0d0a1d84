package com.scalekit.spring.boot.autoconfigure.security.resource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;

import com.scalekit.spring.boot.autoconfigure.InvalidConfigurationException;
import com.scalekit.spring.client.InvalidSettingsException.Violation;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that ends the start of a web
 * application whose tokens nobody would check, because the starter of Spring Boot is
 * missing.
 */
@AutoConfiguration
@ConditionalOnMissingClass(ResourceServerStarter.MARKER)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "scalekit.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty("scalekit.resource-server.enabled")
public final class MissingResourceServerStarterAutoConfiguration {

	MissingResourceServerStarterAutoConfiguration() {
		throw new InvalidConfigurationException(new Violation(ResourceServerProperties.PREFIX + ".enabled", "true",
				"must not be true without the starter of Spring Boot",
				"false, or add the dependency org.springframework.boot:" + ResourceServerStarter.NAME));
	}

}
