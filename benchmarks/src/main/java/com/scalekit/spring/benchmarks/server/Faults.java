package com.scalekit.spring.benchmarks.server;

/**
 * What goes wrong at the server.
 */
public enum Faults {

	/**
	 * Nothing.
	 */
	NONE,

	/**
	 * One request in a hundred: by turns a 503, a connection reset and an answer that
	 * takes seconds.
	 */
	SOME,

	/**
	 * Every call of the API is answered with a 503.
	 */
	OUTAGE

}
