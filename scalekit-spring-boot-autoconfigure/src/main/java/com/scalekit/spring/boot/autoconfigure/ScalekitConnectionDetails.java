package com.scalekit.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * What is required to call a Scalekit environment. A bean of this type replaces the
 * properties {@code scalekit.environment-url}, {@code scalekit.client-id} and
 * {@code scalekit.client-secret}.
 */
public interface ScalekitConnectionDetails extends ConnectionDetails {

	/**
	 * The URL of the environment.
	 * @return the URL, such as {@code https://acme.scalekit.com}
	 */
	String getEnvironmentUrl();

	/**
	 * The client identifier.
	 * @return the client identifier
	 */
	String getClientId();

	/**
	 * The client secret.
	 * @return the client secret
	 */
	String getClientSecret();

}
