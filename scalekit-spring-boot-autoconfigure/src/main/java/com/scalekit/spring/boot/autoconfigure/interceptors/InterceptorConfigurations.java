package com.scalekit.spring.boot.autoconfigure.interceptors;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import com.scalekit.spring.boot.autoconfigure.inbound.InboundServletFilter;
import com.scalekit.spring.boot.autoconfigure.inbound.InboundWebFilter;
import com.scalekit.spring.interceptors.InterceptorReceiver;

/**
 * The beans, in the order in which their conditions have to be evaluated.
 */
final class InterceptorConfigurations {

	private InterceptorConfigurations() {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(InterceptorReceiver.class)
	static class ReceiverConfiguration {

		@Bean
		InterceptorReceiver scalekitInterceptorReceiver(InterceptorProperties properties, Environment environment,
				ConfigurableListableBeanFactory beanFactory) {
			InterceptorReceiver.Builder builder = InterceptorReceiver.builder(properties.signature(environment))
				.onFailure(properties.onFailure())
				.handlingTimeout(properties.handlingTimeout());
			return new InterceptorBeans(beanFactory).addTo(builder).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnMissingBean(name = "scalekitInterceptorFilter")
	static class ServletConfiguration {

		@Bean
		FilterRegistrationBean<InboundServletFilter> scalekitInterceptorFilter(InterceptorProperties properties,
				InterceptorReceiver receiver, ObjectProvider<ObservationRegistry> observationRegistry) {
			return InboundServletFilter.register(InterceptorHandler.endpoint(properties, receiver,
					observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnMissingBean(name = "scalekitInterceptorFilter")
	static class ReactiveConfiguration {

		@Bean
		InboundWebFilter scalekitInterceptorFilter(InterceptorProperties properties, InterceptorReceiver receiver,
				ObjectProvider<ObservationRegistry> observationRegistry, ApplicationContext applicationContext) {
			return new InboundWebFilter(InterceptorHandler.endpoint(properties, receiver,
					observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP)), applicationContext);
		}

	}

}
