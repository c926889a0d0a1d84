package com.scalekit.spring.boot.autoconfigure.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;

import com.scalekit.spring.client.ScalekitClients;

/**
 * Post-processor that registers a gauge for the access token of each
 * {@link ScalekitClients} bean, and removes it together with the bean: a registry may
 * outlive the application context.
 */
final class TokenGaugePostProcessor implements DestructionAwareBeanPostProcessor {

	private final ObjectProvider<MeterRegistry> meterRegistry;

	private final Map<Object, Runnable> removals = new ConcurrentHashMap<>();

	TokenGaugePostProcessor(ObjectProvider<MeterRegistry> meterRegistry) {
		this.meterRegistry = meterRegistry;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof ScalekitClients clients) {
			register(clients, this.meterRegistry.getObject());
		}
		return bean;
	}

	private void register(ScalekitClients clients, MeterRegistry registry) {
		TimeGauge gauge = TimeGauge
			.builder("scalekit.token.remaining", () -> remainingSeconds(clients), TimeUnit.SECONDS)
			.description("Time the access token can still be used, zero if there is none")
			.tags(EnvironmentTags.of(clients.environmentUrl()))
			.register(registry);
		this.removals.put(clients, () -> registry.remove(gauge));
	}

	private static long remainingSeconds(ScalekitClients clients) {
		Instant usableUntil = clients.tokenStatus().usableUntil();
		return (usableUntil != null) ? Math.max(0, Duration.between(Instant.now(), usableUntil).toSeconds()) : 0;
	}

	@Override
	public boolean requiresDestruction(Object bean) {
		return bean instanceof ScalekitClients;
	}

	@Override
	public void postProcessBeforeDestruction(Object bean, String beanName) {
		Runnable removal = this.removals.remove(bean);
		if (removal != null) {
			removal.run();
		}
	}

}
