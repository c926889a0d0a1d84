package com.scalekit.spring.test.oauth2;

/**
 * Signs tokens.
 */
interface Signer {

	/**
	 * Return the algorithm.
	 * @return the value of the header {@code alg}
	 */
	String algorithm();

	byte[] sign(byte[] content);

}
