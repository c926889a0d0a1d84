package com.scalekit.spring.boot.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import com.scalekit.spring.client.ScalekitClients;

/**
 * Analyzer for a client that is missing because Scalekit is not configured. It precedes
 * that of Spring Boot, which would propose to define a bean.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingConfigurationFailureAnalyzer
		extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	private static final String WEB_CLIENT = "scalekitWebClient";

	private final ListableBeanFactory beanFactory;

	private final Environment environment;

	MissingConfigurationFailureAnalyzer(BeanFactory beanFactory, Environment environment) {
		this.beanFactory = (ListableBeanFactory) beanFactory;
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		String bean = describe(rootFailure, cause);
		String reason = reason();
		if (cause.getNumberOfBeansFound() > 0 || bean == null || reason == null) {
			return null;
		}
		return new FailureAnalysis("%s required %s, which is missing because %s."
			.formatted((description != null) ? description : "A component", bean, reason), action(), cause);
	}

	private @Nullable String describe(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		Class<?> type = cause.getBeanType();
		if (type != null && type.getPackageName().startsWith(ScalekitClients.class.getPackageName())) {
			return "a bean of type '" + type.getName() + "'";
		}
		boolean webClient = WEB_CLIENT.equals(cause.getBeanName()) || WEB_CLIENT.equals(qualifier(rootFailure));
		return webClient ? "the bean '" + WEB_CLIENT + "'" : null;
	}

	private @Nullable String qualifier(Throwable rootFailure) {
		UnsatisfiedDependencyException unsatisfied = findCause(rootFailure, UnsatisfiedDependencyException.class);
		while (unsatisfied != null && unsatisfied.getCause() instanceof UnsatisfiedDependencyException nested) {
			unsatisfied = nested;
		}
		InjectionPoint injectionPoint = (unsatisfied != null) ? unsatisfied.getInjectionPoint() : null;
		Qualifier qualifier = (injectionPoint != null) ? injectionPoint.getAnnotation(Qualifier.class) : null;
		return (qualifier != null) ? qualifier.value() : null;
	}

	private @Nullable String reason() {
		if (isDisabled()) {
			return "scalekit.enabled is false";
		}
		if (!isConfigured()) {
			return "Scalekit is not configured";
		}
		return isForValidationOnly() ? ScalekitProperties.CLIENT_SECRET + " is not set" : null;
	}

	private String action() {
		StringBuilder action = new StringBuilder();
		if (isDisabled()) {
			action.append("Remove scalekit.enabled, or set it to true.%n".formatted());
		}
		if (!isConfigured()) {
			action.append("Set the properties %s, or the environment variables %s.%n".formatted(
					enumerate(ScalekitProperties.CONNECTION_KEYS),
					enumerate(ScalekitProperties.CONNECTION_KEYS.stream().map(ScalekitProperties::variable).toList())));
		}
		if (isForValidationOnly()) {
			action.append("Set %s, or the environment variable %s.%n".formatted(ScalekitProperties.CLIENT_SECRET,
					ScalekitProperties.variable(ScalekitProperties.CLIENT_SECRET)));
		}
		return action
			.append("In a test, annotate the test class with @AutoConfigureScalekitServer, "
					+ "or mock the client with @MockitoBean.")
			.toString();
	}

	private static String enumerate(List<String> names) {
		return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
	}

	private boolean isDisabled() {
		return !this.environment.getProperty("scalekit.enabled", boolean.class, true);
	}

	/**
	 * An application that only validates access tokens needs no secret, until it calls
	 * the API.
	 */
	private boolean isForValidationOnly() {
		return isConfigured() && this.environment.getProperty("scalekit.resource-server.enabled", boolean.class, false)
				&& !StringUtils.hasText(this.environment.getProperty(ScalekitProperties.CLIENT_SECRET));
	}

	private boolean isConfigured() {
		return ScalekitProperties.CONNECTION_KEYS.stream()
			.anyMatch((key) -> StringUtils.hasText(this.environment.getProperty(key)))
				|| this.beanFactory.getBeanNamesForType(ScalekitConnectionDetails.class, true, false).length > 0;
	}

}
