package com.scalekit.spring.boot.autoconfigure.interceptors;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.ResolvableType;

import com.scalekit.spring.interceptors.InterceptorReceiver;
import com.scalekit.spring.interceptors.ScalekitInterceptor;

/**
 * The interceptors of the application. The type of a lambda is known from the definition
 * of its bean only.
 */
final class InterceptorBeans {

	private final ConfigurableListableBeanFactory beanFactory;

	InterceptorBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	InterceptorReceiver.Builder addTo(InterceptorReceiver.Builder builder) {
		for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory,
				ScalekitInterceptor.class)) {
			add(name, builder);
		}
		return builder;
	}

	private void add(String name, InterceptorReceiver.Builder builder) {
		ScalekitInterceptor<?> interceptor = this.beanFactory.getBean(name, ScalekitInterceptor.class);
		ResolvableType type = definedType(name);
		try {
			if (type.as(ScalekitInterceptor.class).getGeneric().resolve() != null) {
				builder.add(type, interceptor, "Bean '" + name + "'");
			}
			else {
				builder.add(interceptor);
			}
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidInterceptorException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private ResolvableType definedType(String name) {
		try {
			return this.beanFactory.getMergedBeanDefinition(name).getResolvableType();
		}
		catch (NoSuchBeanDefinitionException ex) {
			return ResolvableType.NONE;
		}
	}

}
