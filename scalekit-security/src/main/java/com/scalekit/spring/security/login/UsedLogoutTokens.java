package com.scalekit.spring.security.login;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the tokens that have ended sessions. One that names only the user would also
 * end sessions that the user has begun since.
 */
final class UsedLogoutTokens {

	private static final int MAX_TOKENS = 10_000;

	private final Map<String, Boolean> ids = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
			return size() > MAX_TOKENS;
		}

	};

	synchronized boolean contains(String id) {
		return this.ids.containsKey(id);
	}

	synchronized void add(String id) {
		this.ids.put(id, true);
	}

}
