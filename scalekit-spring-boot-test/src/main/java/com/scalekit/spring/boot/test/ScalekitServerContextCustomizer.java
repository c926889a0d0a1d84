package com.scalekit.spring.boot.test;

import java.util.List;
import java.util.Map;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScalekitServerCustomizer;

/**
 * Starts a server for an application context.
 *
 * @param customizers what changes the settings of the server; application contexts with
 * the same are shared
 */
record ScalekitServerContextCustomizer(
		List<Class<? extends ScalekitServerCustomizer>> customizers) implements ContextCustomizer {

	private static final String SERVER = "scalekitServer";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		ScalekitServer server = start();
		DefaultListableBeanFactory beanFactory = (DefaultListableBeanFactory) context.getBeanFactory();
		beanFactory.registerSingleton(SERVER, server);
		beanFactory.registerDisposableBean(SERVER, server::close);
		beanFactory.registerSingleton(ScalekitServerLock.class.getName(),
				new ScalekitServerLock(server, new ApplicationTargets(server, context)));
		addFirst(context.getEnvironment().getPropertySources(), server);
		context
			.addBeanFactoryPostProcessor((factory) -> addFirst(context.getEnvironment().getPropertySources(), server));
		if (!isProcessedAheadOfTime(context.getEnvironment())) {
			context.addBeanFactoryPostProcessor(new TestConnectionPostProcessor(server));
		}
	}

	/**
	 * In front of all others, also of those that were added meanwhile, such as by
	 * {@code @DynamicPropertySource}.
	 */
	private static void addFirst(MutablePropertySources propertySources, ScalekitServer server) {
		propertySources.addFirst(connection(server));
		propertySources.addFirst(new SigningSecretPropertySource(server, propertySources));
	}

	private ScalekitServer start() {
		ScalekitServer.Builder server = ScalekitServer.builder();
		this.customizers.forEach((customizer) -> BeanUtils.instantiateClass(customizer).customize(server));
		return server.start();
	}

	/**
	 * Whether the context is processed and not run. It is customized again when it runs.
	 */
	private static boolean isProcessedAheadOfTime(ConfigurableEnvironment environment) {
		return environment.getProperty(AbstractAotProcessor.AOT_PROCESSING, boolean.class, false);
	}

	private static MapPropertySource connection(ScalekitServer server) {
		return new MapPropertySource(SERVER, Map.of("scalekit.environment-url", server.url(), "scalekit.client-id",
				server.clientId(), "scalekit.client-secret", server.clientSecret()));
	}

}
