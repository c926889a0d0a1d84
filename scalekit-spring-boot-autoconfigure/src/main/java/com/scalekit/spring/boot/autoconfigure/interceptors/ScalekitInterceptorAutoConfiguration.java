package com.scalekit.spring.boot.autoconfigure.interceptors;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

import com.scalekit.spring.boot.autoconfigure.inbound.SecretCondition;
import com.scalekit.spring.boot.autoconfigure.interceptors.InterceptorConfigurations.ReactiveConfiguration;
import com.scalekit.spring.boot.autoconfigure.interceptors.InterceptorConfigurations.ReceiverConfiguration;
import com.scalekit.spring.boot.autoconfigure.interceptors.InterceptorConfigurations.ServletConfiguration;
import com.scalekit.spring.boot.autoconfigure.interceptors.ScalekitInterceptorAutoConfiguration.OnInterceptorSecret;
import com.scalekit.spring.interceptors.InterceptorReceiver;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for interceptors. It is active when
 * {@code scalekit.interceptor.secret} is set, with or without the connection properties.
 */
@AutoConfiguration(
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(InterceptorReceiver.class)
@ConditionalOnBooleanProperty(name = "scalekit.enabled", matchIfMissing = true)
@Conditional(OnInterceptorSecret.class)
@EnableConfigurationProperties(InterceptorProperties.class)
@Import({ ReceiverConfiguration.class, ServletConfiguration.class, ReactiveConfiguration.class })
public final class ScalekitInterceptorAutoConfiguration {

	ScalekitInterceptorAutoConfiguration() {
	}

	static class OnInterceptorSecret extends SecretCondition {

		OnInterceptorSecret() {
			super(InterceptorProperties.SECRET);
		}

	}

}
