package com.example.test;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.DecoratingProxy;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What can be seen of the beans of an application.
 *
 * @param types the type of each bean by its name
 * @param names the names of the beans of each type; Spring Security goes by their number
 * @param injected what an injection point of each type gets
 */
record Beans(Map<String, String> types, Map<String, Set<String>> names, Map<String, String> injected) {

	static Beans of(ConfigurableApplicationContext context) {
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		Beans beans = new Beans(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
		for (String name : beanFactory.getBeanNamesForType(Object.class, true, false)) {
			Class<?> type = beanFactory.getType(name, false);
			beans.types.put(name, describe(type));
			hierarchy(type).forEach((supertype) -> {
				beans.names.computeIfAbsent(supertype.getName(), (key) -> new TreeSet<>()).add(name);
				beans.injected.computeIfAbsent(supertype.getName(), (key) -> injected(beanFactory, supertype));
			});
		}
		return beans;
	}

	private static String describe(Class<?> type) {
		return Proxy.isProxyClass(type) ? Arrays.toString(type.getInterfaces())
				: type.isHidden() ? type.getName().replaceAll("/.*", "") : type.getName();
	}

	/**
	 * The types by which the bean may be injected, but for our own. Those of the JDK and
	 * the markers of proxies say nothing about it.
	 */
	private static Set<Class<?>> hierarchy(Class<?> type) {
		Set<Class<?>> hierarchy = new LinkedHashSet<>(ClassUtils.getAllInterfacesForClassAsSet(type));
		for (Class<?> current = type; current != null; current = current.getSuperclass()) {
			hierarchy.add(current);
		}
		hierarchy.removeIf((supertype) -> supertype.isHidden() || Proxy.isProxyClass(supertype)
				|| supertype == DecoratingProxy.class
				|| supertype.getName().matches("(java|org\\.springframework\\.aop|com\\.scalekit)\\..*"));
		return hierarchy;
	}

	private static String injected(ConfigurableListableBeanFactory beanFactory, Class<?> type) {
		Set<String> names = new LinkedHashSet<>();
		try {
			beanFactory.resolveDependency(new InjectionPoint(type), null, names, null);
			return names.toString();
		}
		catch (NoSuchBeanDefinitionException ex) {
			return ex.getClass().getSimpleName();
		}
	}

	/**
	 * An injection point that finds out which bean it gets without getting it.
	 */
	private static final class InjectionPoint extends DependencyDescriptor {

		Object injected;

		private final Class<?> type;

		private InjectionPoint(Class<?> type) {
			super(ReflectionUtils.findField(InjectionPoint.class, "injected"), true);
			this.type = type;
		}

		@Override
		public Class<?> getDependencyType() {
			return this.type;
		}

		@Override
		public ResolvableType getResolvableType() {
			return ResolvableType.forRawClass(this.type);
		}

		@Override
		public Object resolveCandidate(String name, Class<?> type, BeanFactory beanFactory) {
			return null;
		}

	}

}
