package com.scalekit.spring.boot.autoconfigure.security.login;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;

import com.scalekit.spring.boot.autoconfigure.InvalidConfigurationException;
import com.scalekit.spring.client.InvalidSettingsException.Violation;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that ends the start of a web
 * application into which nobody could sign in, because the starter of Spring Boot is
 * missing.
 */
@AutoConfiguration
@ConditionalOnMissingClass(LoginStarter.MARKER)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "scalekit.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty("scalekit.login.enabled")
public final class MissingLoginStarterAutoConfiguration {

	MissingLoginStarterAutoConfiguration() {
		throw new InvalidConfigurationException(
				new Violation("scalekit.login.enabled", "true", "must not be true without the starter of Spring Boot",
						"false, or add the dependency org.springframework.boot:" + LoginStarter.NAME));
	}

}
