package com.scalekit.spring.boot.autoconfigure.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.jdbc.init.PlatformPlaceholderDatabaseDriverResolver;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import com.scalekit.spring.boot.autoconfigure.InvalidConfigurationException;
import com.scalekit.spring.boot.autoconfigure.inbound.InboundServletFilter;
import com.scalekit.spring.boot.autoconfigure.inbound.InboundWebFilter;
import com.scalekit.spring.client.InvalidSettingsException.Violation;
import com.scalekit.spring.webhooks.InMemoryWebhookInbox;
import com.scalekit.spring.webhooks.TransactionalWebhookPublisher;
import com.scalekit.spring.webhooks.WebhookInbox;
import com.scalekit.spring.webhooks.WebhookReceiver;
import com.scalekit.spring.webhooks.jdbc.JdbcWebhookInbox;
import com.scalekit.spring.webhooks.redis.RedisWebhookInbox;

/**
 * The beans, in the order in which their conditions have to be evaluated.
 */
final class WebhookConfigurations {

	private static final String INBOX = WebhookProperties.PREFIX + ".inbox";

	private static final int IN_MEMORY_CAPACITY = 10_000;

	private static final Duration REDIS_LEASE = Duration.ofSeconds(60);

	private static final Log logger = LogFactory.getLog(WebhookReceiver.class);

	private WebhookConfigurations() {
	}

	private static TransactionTemplate transaction(PlatformTransactionManager transactionManager, Duration timeout) {
		TransactionTemplate transaction = new TransactionTemplate(transactionManager);
		transaction.setTimeout((int) Math.ceil(timeout.toMillis() / 1000.0));
		return transaction;
	}

	private static InvalidConfigurationException unusable(String inbox, String reason, String remedy) {
		return new InvalidConfigurationException(new Violation(INBOX, inbox, reason, remedy));
	}

	private static InvalidConfigurationException noDatabase() {
		return unusable("jdbc", "must not be jdbc without a data source and a transaction manager",
				"memory, or add spring-boot-starter-jdbc and configure a data source. If there are several, "
						+ "make one of them primary, with its transaction manager, or define a WebhookInbox bean");
	}

	private static InvalidConfigurationException noRedis() {
		return unusable("redis", "must not be redis without a StringRedisTemplate",
				"memory, or add spring-boot-starter-data-redis. If there are several templates, "
						+ "make one of them primary, or define a WebhookInbox bean");
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ JdbcOperations.class, PlatformTransactionManager.class })
	@ConditionalOnProperty(name = INBOX, havingValue = "jdbc")
	@ConditionalOnMissingBean(WebhookInbox.class)
	static class JdbcInboxConfiguration {

		/**
		 * In its own transaction, so that a delivery is acknowledged only after it is
		 * committed.
		 */
		@Bean
		@DependsOnDatabaseInitialization
		JdbcWebhookInbox scalekitWebhookInbox(WebhookProperties properties, ObjectProvider<DataSource> dataSources,
				ObjectProvider<PlatformTransactionManager> transactionManagers) {
			DataSource dataSource = dataSources.getIfUnique();
			PlatformTransactionManager transactionManager = transactionManagers.getIfUnique();
			if (dataSource == null || transactionManager == null) {
				throw noDatabase();
			}
			TransactionTemplate transaction = transaction(transactionManager, properties.handlingTimeout());
			transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
			return new JdbcWebhookInbox(new JdbcTemplate(dataSource), transaction, properties.inboxRetention(),
					Clock.systemUTC());
		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnClass(DataSourceScriptDatabaseInitializer.class)
		@ConditionalOnSingleCandidate(DataSource.class)
		@EnableConfigurationProperties(WebhookJdbcProperties.class)
		static class SchemaConfiguration {

			@Bean
			@ConditionalOnMissingBean(name = "scalekitWebhookSchemaInitializer")
			DataSourceScriptDatabaseInitializer scalekitWebhookSchemaInitializer(DataSource dataSource,
					WebhookJdbcProperties properties) {
				String platform = new PlatformPlaceholderDatabaseDriverResolver()
					.withDriverPlatform(DatabaseDriver.MARIADB, "mysql")
					.withDriverPlatform(DatabaseDriver.HSQLDB, "h2")
					.resolveAll(dataSource, "classpath:com/scalekit/spring/webhooks/jdbc/schema-@@platform@@.sql")
					.get(0);
				DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
				settings.setSchemaLocations(List.of(platform));
				settings.setMode(properties.initializeSchema());
				return new DataSourceScriptDatabaseInitializer(dataSource, settings);
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(StringRedisTemplate.class)
	@ConditionalOnProperty(name = INBOX, havingValue = "redis")
	@ConditionalOnMissingBean(WebhookInbox.class)
	static class RedisInboxConfiguration {

		@Bean
		RedisWebhookInbox scalekitWebhookInbox(WebhookProperties properties,
				ObjectProvider<StringRedisTemplate> templates) {
			StringRedisTemplate template = templates.getIfUnique();
			if (template == null) {
				throw noRedis();
			}
			return new RedisWebhookInbox(template, properties.inboxRetention(), REDIS_LEASE);
		}

	}

	/**
	 * Others have been made before, if there is what they need.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(WebhookInbox.class)
	static class InboxConfiguration {

		@Bean
		InMemoryWebhookInbox scalekitWebhookInbox(WebhookProperties properties) {
			switch (properties.inbox()) {
				case JDBC -> throw noDatabase();
				case REDIS -> throw noRedis();
				case MEMORY -> logger.info("Handled webhooks are remembered in memory. If the application runs in "
						+ "several instances, set " + INBOX + " to jdbc or redis");
			}
			return new InMemoryWebhookInbox(IN_MEMORY_CAPACITY, properties.inboxRetention());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(WebhookReceiver.class)
	static class ReceiverConfiguration {

		@Bean
		WebhookReceiver scalekitWebhookReceiver(WebhookProperties properties, WebhookInbox inbox,
				ApplicationContext applicationContext, ObjectProvider<WebhookPublisher> publisher) {
			WebhookPublisher transactional = publisher.getIfAvailable();
			return new WebhookReceiver(properties.signature(), inbox,
					(transactional != null) ? transactional.publisher() : applicationContext,
					properties.handlingTimeout());
		}

	}

	/**
	 * Publishes in a transaction, without which transactional listeners would be skipped.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(PlatformTransactionManager.class)
	static class TransactionConfiguration {

		@Bean
		WebhookPublisher scalekitWebhookPublisher(WebhookProperties properties, ApplicationContext applicationContext,
				ObjectProvider<PlatformTransactionManager> transactionManagers) {
			PlatformTransactionManager transactionManager = transactionManagers.getIfUnique();
			return new WebhookPublisher(
					(transactionManager != null)
							? new TransactionalWebhookPublisher(applicationContext,
									transaction(transactionManager, properties.handlingTimeout()))
							: applicationContext);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnMissingBean(name = "scalekitWebhookFilter")
	static class ServletConfiguration {

		@Bean
		FilterRegistrationBean<InboundServletFilter> scalekitWebhookFilter(WebhookProperties properties,
				WebhookReceiver receiver, ObjectProvider<ObservationRegistry> observationRegistry) {
			return InboundServletFilter.register(WebhookHandler.endpoint(properties, receiver,
					observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnMissingBean(name = "scalekitWebhookFilter")
	static class ReactiveConfiguration {

		@Bean
		InboundWebFilter scalekitWebhookFilter(WebhookProperties properties, WebhookReceiver receiver,
				ObjectProvider<ObservationRegistry> observationRegistry, ApplicationContext applicationContext) {
			return new InboundWebFilter(WebhookHandler.endpoint(properties, receiver,
					observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP)), applicationContext);
		}

	}

	/**
	 * Not a publisher itself: one more bean of that type could be injected elsewhere.
	 */
	record WebhookPublisher(ApplicationEventPublisher publisher) {

	}

}
