package com.scalekit.spring.boot.autoconfigure.inbound;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

import com.scalekit.spring.webhooks.events.ScalekitEvent;
import com.scalekit.spring.webhooks.redis.RedisWebhookInbox;

/**
 * Application of an {@link Instance}. Writes down which events it has handled, where its
 * inbox is.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class InstanceApplication {

	static final String TABLE = "CREATE TABLE HANDLED (EVENT_ID VARCHAR(255), INSTANCE VARCHAR(255))";

	static final String LIST = "handled";

	static final String READY = "ready ";

	static final String STUCK = "stuck ";

	static final Duration LEASE = Duration.ofSeconds(5);

	/**
	 * Runs until the input ends. A line of input stops the listener.
	 */
	public static void main(String[] arguments) throws IOException {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(InstanceApplication.class)
			.bannerMode(Banner.Mode.OFF)
			.run(arguments);
		System.out.println(READY + context.getEnvironment().getRequiredProperty("local.server.port"));
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		while (input.readLine() != null) {
			context.getBean(Listener.class).getsStuck = true;
		}
		Runtime.getRuntime().halt(0);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "scalekit.webhook.inbox", havingValue = "jdbc")
	static class JdbcConfiguration {

		@Bean
		Work work(JdbcTemplate jdbc) {
			return (eventId, instance) -> jdbc.update("INSERT INTO HANDLED VALUES (?, ?)", eventId, instance);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "scalekit.webhook.inbox", havingValue = "redis")
	static class RedisConfiguration {

		@Bean
		RedisWebhookInbox inbox(StringRedisTemplate redis) {
			return new RedisWebhookInbox(redis, Duration.ofDays(3), LEASE);
		}

		@Bean
		Work work(StringRedisTemplate redis) {
			return (eventId, instance) -> redis.opsForList().rightPush(LIST, eventId + " " + instance);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ListenerConfiguration {

		@Bean
		Listener listener(Work work) {
			return new Listener(work);
		}

	}

	static class Listener {

		private final String instance = Long.toString(ProcessHandle.current().pid());

		private final Work work;

		private volatile boolean getsStuck;

		Listener(Work work) {
			this.work = work;
		}

		@EventListener
		void on(ScalekitEvent event) throws InterruptedException {
			this.work.write(event.id(), this.instance);
			if (this.getsStuck) {
				System.out.println(STUCK + event.id());
				new CountDownLatch(1).await();
			}
		}

	}

	@FunctionalInterface
	interface Work {

		void write(String eventId, String instance);

	}

}
