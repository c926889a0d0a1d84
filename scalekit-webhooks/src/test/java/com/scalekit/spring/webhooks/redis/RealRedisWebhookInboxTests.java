package com.scalekit.spring.webhooks.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import com.scalekit.spring.servers.RedisServer;
import com.scalekit.spring.webhooks.WebhookInbox;
import com.scalekit.spring.webhooks.WebhookInbox.Outcome;
import com.scalekit.spring.webhooks.WebhookInboxContract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The inbox over a real Redis server, if there is one. With {@code -Dredis.required=true}
 * or {@code REDIS_REQUIRED=true}, there must be.
 */
class RealRedisWebhookInboxTests extends WebhookInboxContract {

	private static RedisServer server;

	private static List<LettuceConnectionFactory> connections = List.of();

	@BeforeAll
	static void startServer() throws Exception {
		server = RedisServer.start();
		connections = List.of(connect(), connect());
	}

	private static LettuceConnectionFactory connect() {
		LettuceConnectionFactory factory = new LettuceConnectionFactory("127.0.0.1", server.port());
		factory.afterPropertiesSet();
		factory.start();
		return factory;
	}

	@AfterAll
	static void stopServer() throws Exception {
		connections.forEach(LettuceConnectionFactory::destroy);
		if (server != null) {
			server.stop();
		}
	}

	@Override
	protected WebhookInbox instance(int number) {
		return new RedisWebhookInbox(redis(number));
	}

	private static StringRedisTemplate redis(int number) {
		return new StringRedisTemplate(connections.get(number));
	}

	/**
	 * Shortens the life of the key instead.
	 */
	@Override
	protected void advance(Duration duration) {
		String key = "scalekit:webhook:" + id();
		StringRedisTemplate redis = redis(0);
		long remaining = redis.getExpire(key, TimeUnit.MILLISECONDS) - duration.toMillis();
		if (remaining > 0) {
			redis.expire(key, Duration.ofMillis(remaining));
		}
		else {
			redis.delete(key);
		}
	}

	@Test
	void repeatedDeliveryDuringHandlingIsInProgress() throws Exception {
		assertThat(duringHandling(() -> once(1))).isEqualTo(Outcome.IN_PROGRESS);
		assertThat(once(1)).isEqualTo(Outcome.DUPLICATE);
	}

	@Test
	void leaseEnds() throws Exception {
		RedisWebhookInbox inbox = new RedisWebhookInbox(redis(0), RETENTION, Duration.ofMillis(100));
		assertThat(inbox.once(id(), () -> {
			try {
				Thread.sleep(200);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> instance(1).once(id(), WebhookInboxContract::fail));
			assertThat(once(1)).isEqualTo(Outcome.HANDLED);
		})).isEqualTo(Outcome.HANDLED);
		assertThat(once(1)).isEqualTo(Outcome.DUPLICATE);
	}

	@Test
	void failureGivesUpOnlyItsOwnClaim() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> instance(0).once(id(), () -> {
			advance(Duration.ofSeconds(61));
			assertThat(once(1)).isEqualTo(Outcome.HANDLED);
			fail();
		}));
		assertThat(once(0)).isEqualTo(Outcome.DUPLICATE);
	}

	@Test
	void nothingIsKeptForever() {
		assertThat(once(0)).isEqualTo(Outcome.HANDLED);
		assertThat(redis(0).getExpire("scalekit:webhook:" + id())).isBetween(RETENTION.toSeconds() - 60,
				RETENTION.toSeconds());
		instance(0).once(id() + "_2",
				() -> assertThat(redis(0).getExpire("scalekit:webhook:" + id() + "_2")).isBetween(1L, 60L));
	}

}
