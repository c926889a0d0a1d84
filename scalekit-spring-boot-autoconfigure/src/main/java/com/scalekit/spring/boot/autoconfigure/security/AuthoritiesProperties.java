package com.scalekit.spring.boot.autoconfigure.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.scalekit.spring.security.ScalekitAuthoritiesConverter;

/**
 * Properties of authorities.
 *
 * @param rolePrefix Prefix of authorities that are roles.
 * @param permissionPrefix Prefix of authorities that are permissions.
 * @param scopePrefix Prefix of authorities that are scopes.
 */
@ConfigurationProperties("scalekit.authorities")
public record AuthoritiesProperties(@DefaultValue(ScalekitAuthoritiesConverter.ROLE_PREFIX) String rolePrefix,
		@DefaultValue(ScalekitAuthoritiesConverter.PERMISSION_PREFIX) String permissionPrefix,
		@DefaultValue(ScalekitAuthoritiesConverter.SCOPE_PREFIX) String scopePrefix) {

	/**
	 * Creates a converter with these prefixes. It must not become a bean: the conversion
	 * service of the web stack would take it.
	 * @return the converter
	 */
	public ScalekitAuthoritiesConverter converter() {
		return new ScalekitAuthoritiesConverter(this.rolePrefix, this.permissionPrefix, this.scopePrefix);
	}

}
