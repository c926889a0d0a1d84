package com.scalekit.spring.boot.autoconfigure.security.login;

import java.util.function.UnaryOperator;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Lets the manager that Spring Security registers refresh the tokens of a session once.
 * One of the application stays as it is.
 *
 * @param <M> the type of the manager, which depends on the stack
 */
final class SingleFlightPostProcessor<M> implements BeanPostProcessor {

	private static final String REGISTRAR = "authorizedClientManagerRegistrar";

	private final ConfigurableListableBeanFactory beanFactory;

	private final Class<M> managerType;

	private final UnaryOperator<M> singleFlight;

	SingleFlightPostProcessor(ConfigurableListableBeanFactory beanFactory, Class<M> managerType,
			UnaryOperator<M> singleFlight) {
		this.beanFactory = beanFactory;
		this.managerType = managerType;
		this.singleFlight = singleFlight;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (this.managerType.isInstance(bean) && isOfSpringSecurity(beanName))
				? this.singleFlight.apply(this.managerType.cast(bean)) : bean;
	}

	private boolean isOfSpringSecurity(String beanName) {
		return this.beanFactory.containsBeanDefinition(beanName)
				&& REGISTRAR.equals(this.beanFactory.getBeanDefinition(beanName).getFactoryBeanName());
	}

}
