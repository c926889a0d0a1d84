package com.scalekit.spring.boot.autoconfigure.health;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;

import com.scalekit.spring.boot.autoconfigure.ScalekitAutoConfiguration;
import com.scalekit.spring.client.ScalekitClients;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the health of the Scalekit
 * clients. It is switched off by {@code management.health.scalekit.enabled}.
 */
@AutoConfiguration(after = ScalekitAutoConfiguration.class)
@ConditionalOnClass({ ScalekitClients.class, ReactiveHealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(name = "scalekitClients")
@ConditionalOnEnabledHealthIndicator("scalekit")
public final class ScalekitHealthContributorAutoConfiguration {

	ScalekitHealthContributorAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean(name = { "scalekitHealthIndicator", "scalekitHealthContributor" })
	ScalekitHealthIndicator scalekitHealthContributor(
			@Qualifier("scalekitClients") ObjectProvider<ScalekitClients> clients) {
		return new ScalekitHealthIndicator(clients::getObject);
	}

}
