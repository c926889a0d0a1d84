package com.scalekit.spring.boot.autoconfigure.metrics;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

import com.scalekit.spring.boot.autoconfigure.ScalekitAutoConfiguration;
import com.scalekit.spring.boot.autoconfigure.ScalekitClientsBuilderConfigurer;
import com.scalekit.spring.boot.autoconfigure.ScalekitClientsBuilderCustomizer;
import com.scalekit.spring.client.ScalekitClients;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the metrics of the Scalekit
 * clients. The meters of an environment are registered when its clients are created.
 */
@AutoConfiguration(after = ScalekitAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({ ScalekitClients.class, MeterRegistry.class })
@ConditionalOnBean(ScalekitClientsBuilderConfigurer.class)
@ConditionalOnSingleCandidate(MeterRegistry.class)
public final class ScalekitMetricsAutoConfiguration {

	ScalekitMetricsAutoConfiguration() {
	}

	@Bean
	@Lazy
	ScalekitClientsBuilderCustomizer scalekitMetricsBuilderCustomizer(MeterRegistry meterRegistry) {
		return (builder) -> builder.listener(new ClientMetricsListener(meterRegistry, builder.validate()));
	}

	@Bean
	static TokenGaugePostProcessor scalekitTokenGaugePostProcessor(ObjectProvider<MeterRegistry> meterRegistry) {
		return new TokenGaugePostProcessor(meterRegistry);
	}

}
