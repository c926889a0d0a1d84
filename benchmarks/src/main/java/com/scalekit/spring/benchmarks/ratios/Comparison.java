package com.scalekit.spring.benchmarks.ratios;

/**
 * Measures variants in one run and prints how they compare.
 */
@FunctionalInterface
interface Comparison {

	void run() throws Exception;

}
