package com.scalekit.spring.boot.autoconfigure.security;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.Jwt;

import com.scalekit.spring.boot.autoconfigure.ScalekitAutoConfiguration;
import com.scalekit.spring.boot.autoconfigure.ScalekitClientsBuilderConfigurer;
import com.scalekit.spring.boot.autoconfigure.security.SecurityConfigurations.EnvironmentConfiguration;
import com.scalekit.spring.boot.autoconfigure.security.SecurityConfigurations.ReactiveConfiguration;
import com.scalekit.spring.boot.autoconfigure.security.SecurityConfigurations.ServletConfiguration;
import com.scalekit.spring.security.ScalekitPrincipal;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what token validation and login
 * share. It is active when one of them is switched on.
 */
@AutoConfiguration(after = ScalekitAutoConfiguration.class)
@ConditionalOnClass({ ScalekitPrincipal.class, Jwt.class })
@ConditionalOnWebApplication
@Conditional(OnSecuritySwitch.class)
@ConditionalOnBean(ScalekitClientsBuilderConfigurer.class)
@EnableConfigurationProperties(AuthoritiesProperties.class)
@Import({ EnvironmentConfiguration.class, ServletConfiguration.class, ReactiveConfiguration.class })
public final class ScalekitSecurityAutoConfiguration {

	ScalekitSecurityAutoConfiguration() {
	}

}
