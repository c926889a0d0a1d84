package com.scalekit.spring.test.context;

import java.util.Map;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

import com.scalekit.spring.test.ScalekitServer;

/**
 * Starts a server for an application context. All customizers are equal, so that
 * application contexts are shared.
 */
record ScalekitServerContextCustomizer() implements ContextCustomizer {

	private static final String SERVER = "scalekitServer";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		ScalekitServer server = ScalekitServer.start();
		DefaultListableBeanFactory beanFactory = (DefaultListableBeanFactory) context.getBeanFactory();
		beanFactory.registerSingleton(SERVER, server);
		beanFactory.registerDisposableBean(SERVER, server::close);
		beanFactory.registerSingleton(ServerTurns.class.getName(), new ServerTurns(server));
		context.getEnvironment().getPropertySources().addFirst(connection(server));
	}

	private static MapPropertySource connection(ScalekitServer server) {
		return new MapPropertySource(SERVER, Map.of("scalekit.environment-url", server.url(), "scalekit.client-id",
				server.clientId(), "scalekit.client-secret", server.clientSecret()));
	}

}
