package com.scalekit.spring.test.server;

/**
 * A group of operations that belong together.
 */
public interface ApiGroup {

	/**
	 * Register the operations.
	 * @param router what hands requests to operations
	 */
	void register(Router router);

	/**
	 * Forget what a test has added or set.
	 */
	void reset();

}
