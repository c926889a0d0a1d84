package com.scalekit.spring.client;

import java.time.Duration;

import reactor.netty.resources.ConnectionProvider;

/**
 * The connection pools of an environment. Token requests have one of their own, so that
 * calls waiting for a connection cannot keep a token request from getting one. So have
 * requests that wait for other services, which take long.
 */
final class ConnectionPools {

	private static final int MAX_CONNECTIONS = 500;

	private static final int MAX_PENDING_CALLS = 20_000;

	private static final int MAX_TOKEN_CONNECTIONS = 4;

	/** Below the five minutes after which Scalekit closes idle connections. */
	private static final Duration MAX_IDLE_TIME = Duration.ofSeconds(30);

	private static final Duration MAX_LIFE_TIME = Duration.ofMinutes(5);

	private ConnectionPools() {
	}

	/**
	 * Create a pool for API calls. It queues calls that find no free connection.
	 * @param acquireTimeout how long a call may wait for a connection
	 * @return the pool, to be disposed by the caller
	 */
	static ConnectionProvider forCalls(Duration acquireTimeout) {
		return builder("scalekit").maxConnections(MAX_CONNECTIONS)
			.pendingAcquireMaxCount(MAX_PENDING_CALLS)
			.pendingAcquireTimeout(acquireTimeout)
			.build();
	}

	/**
	 * Create a pool for requests that wait for other services.
	 * @param acquireTimeout how long a request may wait for a connection
	 * @return the pool, to be disposed by the caller
	 */
	static ConnectionProvider forProviders(Duration acquireTimeout) {
		return builder("scalekit-provider").maxConnections(MAX_CONNECTIONS)
			.pendingAcquireMaxCount(MAX_PENDING_CALLS)
			.pendingAcquireTimeout(acquireTimeout)
			.build();
	}

	/**
	 * Create a pool for token requests.
	 * @param acquireTimeout how long a token request may wait for a connection
	 * @return the pool, to be disposed by the caller
	 */
	static ConnectionProvider forTokens(Duration acquireTimeout) {
		return builder("scalekit-token").maxConnections(MAX_TOKEN_CONNECTIONS)
			.pendingAcquireTimeout(acquireTimeout)
			.build();
	}

	private static ConnectionProvider.Builder builder(String name) {
		return ConnectionProvider.builder(name)
			.maxIdleTime(MAX_IDLE_TIME)
			.maxLifeTime(MAX_LIFE_TIME)
			.evictInBackground(MAX_IDLE_TIME)
			.lifo();
	}

}
