package com.scalekit.spring.boot.autoconfigure.security.login;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;

import com.scalekit.spring.security.login.ReactiveLogin;

/**
 * Lets the manager that Spring Security registers refresh the tokens of a session once.
 * One of the application stays as it is.
 */
final class ReactiveSingleFlightPostProcessor implements BeanPostProcessor {

	private static final String REGISTRAR = "authorizedClientManagerRegistrar";

	private final ConfigurableListableBeanFactory beanFactory;

	ReactiveSingleFlightPostProcessor(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof ReactiveOAuth2AuthorizedClientManager manager && isOfSpringSecurity(beanName))
				? ReactiveLogin.singleFlight(manager,
						this.beanFactory.getBean(ServerOAuth2AuthorizedClientRepository.class))
				: bean;
	}

	private boolean isOfSpringSecurity(String beanName) {
		return this.beanFactory.containsBeanDefinition(beanName)
				&& REGISTRAR.equals(this.beanFactory.getBeanDefinition(beanName).getFactoryBeanName());
	}

}
