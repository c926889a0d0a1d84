package com.scalekit.spring.boot.autoconfigure;

import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.ScalekitClients;

/**
 * A client that is made when it is first used. An application can then inject clients
 * without starting to load the HTTP stack for them. Later calls take no lock.
 */
final class LazyClient implements TargetSource {

	private final Class<?> contract;

	private final SingletonSupplier<Object> client;

	private LazyClient(Class<?> contract, BeanFactory beanFactory) {
		this.contract = contract;
		this.client = SingletonSupplier.of(() -> beanFactory.getBean("scalekitClients", ScalekitClients.class)
			.create(contract, beanFactory.getBean("scalekitWebClient", WebClient.class)));
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
	public Object getTarget() {
		return this.client.obtain();
	}

}
