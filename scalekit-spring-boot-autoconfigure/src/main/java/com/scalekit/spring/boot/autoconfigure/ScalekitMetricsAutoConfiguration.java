package com.scalekit.spring.boot.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

import com.scalekit.spring.client.ScalekitClients;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the metrics of the Scalekit
 * clients. They are registered when the clients are created.
 */
@AutoConfiguration(after = ScalekitAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({ ScalekitClients.class, MeterRegistry.class })
@ConditionalOnBean(value = MeterRegistry.class, name = "scalekitClients")
public final class ScalekitMetricsAutoConfiguration {

	ScalekitMetricsAutoConfiguration() {
	}

	@Bean
	@Lazy
	ScalekitMetrics scalekitMetrics(MeterRegistry meterRegistry) {
		return new ScalekitMetrics(meterRegistry);
	}

}
