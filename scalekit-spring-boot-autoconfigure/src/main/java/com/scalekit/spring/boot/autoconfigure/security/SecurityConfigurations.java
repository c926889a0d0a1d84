package com.scalekit.spring.boot.autoconfigure.security;

import java.util.List;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.scalekit.spring.boot.autoconfigure.ScalekitClientsBuilderConfigurer;
import com.scalekit.spring.boot.autoconfigure.ScalekitConnectionDetails;
import com.scalekit.spring.security.ReactiveScalekitPrincipalMethodArgumentResolver;
import com.scalekit.spring.security.ScalekitPrincipalMethodArgumentResolver;

/**
 * The beans that token validation and login share.
 */
final class SecurityConfigurations {

	private SecurityConfigurations() {
	}

	@Configuration(proxyBeanMethods = false)
	static class EnvironmentConfiguration {

		@Bean
		@Lazy
		SecurityEnvironment scalekitSecurityEnvironment(ObjectProvider<ScalekitConnectionDetails> connectionDetails,
				ScalekitClientsBuilderConfigurer configurer, Environment environment,
				ObjectProvider<ObservationRegistry> observationRegistry) {
			ScalekitConnectionDetails details = connectionDetails.getIfAvailable();
			return SecurityEnvironment.create((details != null) ? details.getEnvironmentUrl() : "",
					(details != null) ? details.getClientId() : "",
					environment.getProperty("scalekit.allow-insecure-http", boolean.class, false),
					configurer.connectorFactory(), observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(WebMvcConfigurer.class)
	static class ServletConfiguration {

		@Bean
		WebMvcConfigurer scalekitPrincipalConfigurer() {
			return new WebMvcConfigurer() {

				@Override
				public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
					resolvers.add(new ScalekitPrincipalMethodArgumentResolver());
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass(WebFluxConfigurer.class)
	static class ReactiveConfiguration {

		@Bean
		WebFluxConfigurer scalekitPrincipalConfigurer() {
			return new WebFluxConfigurer() {

				@Override
				public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
					configurer.addCustomResolver(new ReactiveScalekitPrincipalMethodArgumentResolver());
				}

			};
		}

	}

}
