package com.scalekit.spring.benchmarks.server;

/**
 * The access token that every server hands out. It is as long as a real one.
 */
public final class ConstantToken {

	/**
	 * The value of the token.
	 */
	public static final String VALUE = "eyJ" + "benchmark".repeat(90);

	private ConstantToken() {
	}

}
