package com.scalekit.spring.boot.autoconfigure;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.AbstractLazyCreationTargetSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.ScalekitClients;

/**
 * A client that is made when it is first used. An application can then inject clients
 * without starting to load the HTTP stack for them.
 */
final class LazyClient extends AbstractLazyCreationTargetSource {

	private final Class<?> contract;

	private final BeanFactory beanFactory;

	private LazyClient(Class<?> contract, BeanFactory beanFactory) {
		this.contract = contract;
		this.beanFactory = beanFactory;
	}

	static <T> T create(Class<T> contract, BeanFactory beanFactory) {
		ProxyFactory proxyFactory = new ProxyFactory();
		proxyFactory.addInterface(contract);
		proxyFactory.setTargetSource(new LazyClient(contract, beanFactory));
		return contract.cast(proxyFactory.getProxy(contract.getClassLoader()));
	}

	@Override
	public Class<?> getTargetClass() {
		return this.contract;
	}

	@Override
	protected Object createObject() {
		return this.beanFactory.getBean("scalekitClients", ScalekitClients.class)
			.create(this.contract, this.beanFactory.getBean("scalekitWebClient", WebClient.class));
	}

}
