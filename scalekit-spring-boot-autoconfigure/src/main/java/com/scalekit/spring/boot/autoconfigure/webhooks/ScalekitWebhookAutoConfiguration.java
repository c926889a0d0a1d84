package com.scalekit.spring.boot.autoconfigure.webhooks;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

import com.scalekit.spring.boot.autoconfigure.inbound.SecretCondition;
import com.scalekit.spring.boot.autoconfigure.webhooks.ScalekitWebhookAutoConfiguration.OnWebhookSecret;
import com.scalekit.spring.boot.autoconfigure.webhooks.WebhookConfigurations.InboxConfiguration;
import com.scalekit.spring.boot.autoconfigure.webhooks.WebhookConfigurations.JdbcInboxConfiguration;
import com.scalekit.spring.boot.autoconfigure.webhooks.WebhookConfigurations.ReactiveConfiguration;
import com.scalekit.spring.boot.autoconfigure.webhooks.WebhookConfigurations.ReceiverConfiguration;
import com.scalekit.spring.boot.autoconfigure.webhooks.WebhookConfigurations.RedisInboxConfiguration;
import com.scalekit.spring.boot.autoconfigure.webhooks.WebhookConfigurations.ServletConfiguration;
import com.scalekit.spring.boot.autoconfigure.webhooks.WebhookConfigurations.TransactionConfiguration;
import com.scalekit.spring.webhooks.WebhookReceiver;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for webhooks. It is active when
 * {@code scalekit.webhook.secret} is set, with or without the connection properties.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
		"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
		"org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
		"org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
		"org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration" })
@ConditionalOnClass(WebhookReceiver.class)
@ConditionalOnBooleanProperty(name = "scalekit.enabled", matchIfMissing = true)
@Conditional(OnWebhookSecret.class)
@EnableConfigurationProperties(WebhookProperties.class)
@Import({ JdbcInboxConfiguration.class, RedisInboxConfiguration.class, InboxConfiguration.class,
		TransactionConfiguration.class, ReceiverConfiguration.class, ServletConfiguration.class,
		ReactiveConfiguration.class })
public final class ScalekitWebhookAutoConfiguration {

	ScalekitWebhookAutoConfiguration() {
	}

	static class OnWebhookSecret extends SecretCondition {

		OnWebhookSecret() {
			super(WebhookProperties.SECRET);
		}

	}

}
