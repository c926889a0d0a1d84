package com.scalekit.spring.boot.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
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
@ConditionalOnBean(ScalekitClients.class)
@ConditionalOnEnabledHealthIndicator("scalekit")
public final class ScalekitHealthContributorAutoConfiguration {

	ScalekitHealthContributorAutoConfiguration() {
	}

	/**
	 * One indicator, or one for each environment of several.
	 */
	@Bean
	@ConditionalOnMissingBean(name = { "scalekitHealthIndicator", "scalekitHealthContributor" })
	ReactiveHealthContributor scalekitHealthContributor(ListableBeanFactory beanFactory) {
		Map<String, ScalekitHealthIndicator> indicators = new LinkedHashMap<>();
		for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, ScalekitClients.class, true,
				false)) {
			indicators.put(name, new ScalekitHealthIndicator(() -> beanFactory.getBean(name, ScalekitClients.class)));
		}
		return (indicators.size() == 1) ? indicators.values().iterator().next()
				: CompositeReactiveHealthContributor.fromMap(indicators);
	}

}
