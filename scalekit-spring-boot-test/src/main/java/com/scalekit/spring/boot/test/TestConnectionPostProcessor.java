package com.scalekit.spring.boot.test;

import org.springframework.beans.MutablePropertyValues;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import com.scalekit.spring.boot.autoconfigure.ScalekitConnectionDetails;
import com.scalekit.spring.test.ScalekitServer;

/**
 * Replaces all connections of the application, without creating them. Each definition
 * keeps its name, its qualifiers and whether it is primary, so that every injection point
 * finds what it found before.
 */
final class TestConnectionPostProcessor implements BeanFactoryPostProcessor {

	private final ScalekitConnectionDetails connection;

	TestConnectionPostProcessor(ScalekitServer server) {
		this.connection = new TestConnectionDetails(server);
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanNamesForType(ScalekitConnectionDetails.class, true, false)) {
			replace((DefaultListableBeanFactory) beanFactory, name);
		}
	}

	private void replace(DefaultListableBeanFactory beanFactory, String name) {
		if (beanFactory.containsBeanDefinition(name)) {
			AbstractBeanDefinition definition = (AbstractBeanDefinition) beanFactory.getBeanDefinition(name);
			definition.setInstanceSupplier(() -> this.connection);
			definition.setPropertyValues(new MutablePropertyValues());
			definition.setInitMethodNames();
			definition.setDestroyMethodNames();
		}
		else {
			beanFactory.destroySingleton(name);
			beanFactory.registerSingleton(name, this.connection);
		}
	}

	private record TestConnectionDetails(ScalekitServer server) implements ScalekitConnectionDetails {

		@Override
		public String getEnvironmentUrl() {
			return this.server.url();
		}

		@Override
		public String getClientId() {
			return this.server.clientId();
		}

		@Override
		public String getClientSecret() {
			return this.server.clientSecret();
		}

	}

}
