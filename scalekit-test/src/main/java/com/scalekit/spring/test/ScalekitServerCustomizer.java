package com.scalekit.spring.test;

/**
 * Changes the settings of a {@link ScalekitServer} that someone else starts, such as the
 * JUnit extension.
 */
@FunctionalInterface
public interface ScalekitServerCustomizer {

	/**
	 * Change the settings, such as the clock, the credentials, the port and the data to
	 * begin with.
	 * @param server the server that is about to start
	 */
	void customize(ScalekitServer.Builder server);

}
