package com.scalekit.spring.webhooks.redis;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * What the scripts of the inbox do, without a Redis server.
 */
class FakeRedis extends StringRedisTemplate {

	private final Map<String, Entry> entries = new HashMap<>();

	private final Clock clock;

	FakeRedis(Clock clock) {
		this.clock = clock;
	}

	@Override
	public synchronized <T> T execute(RedisScript<T> script, List<String> keys, Object... args) {
		String key = keys.get(0);
		String holder = get(key);
		return script.getResultType().cast(run(script, key, holder, args));
	}

	private Object run(RedisScript<?> script, String key, String holder, Object... args) {
		if (script == RedisWebhookInbox.CLAIM) {
			if (holder == null) {
				set(key, args[0], args[1]);
			}
			return get(key);
		}
		if (script == RedisWebhookInbox.FINISH) {
			set(key, args[1], args[2]);
			return args[0].equals(holder);
		}
		if (args[0].equals(holder)) {
			this.entries.remove(key);
		}
		return args[0].equals(holder);
	}

	private String get(String key) {
		Entry entry = this.entries.get(key);
		return (entry != null && entry.expiresAt().isAfter(this.clock.instant())) ? entry.value() : null;
	}

	private void set(String key, Object value, Object millis) {
		this.entries.put(key,
				new Entry(value.toString(), this.clock.instant().plusMillis(Long.parseLong(millis.toString()))));
	}

	private record Entry(String value, Instant expiresAt) {

	}

}
