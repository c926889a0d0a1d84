package com.scalekit.spring.boot.autoconfigure.security;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/**
 * Whether token validation or login is switched on.
 */
class OnSecuritySwitch extends AnyNestedCondition {

	OnSecuritySwitch() {
		super(ConfigurationPhase.PARSE_CONFIGURATION);
	}

	@ConditionalOnBooleanProperty("scalekit.resource-server.enabled")
	static class OnResourceServer {

	}

	@ConditionalOnBooleanProperty("scalekit.login.enabled")
	static class OnLogin {

	}

}
