package com.scalekit.spring.test;

/**
 * A group of operations that belong together.
 */
@FunctionalInterface
interface ApiGroup {

	void register(Router router);

}
