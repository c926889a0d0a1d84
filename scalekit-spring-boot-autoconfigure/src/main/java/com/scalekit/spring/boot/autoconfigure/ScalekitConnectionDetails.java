package com.scalekit.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * What is required to call a Scalekit environment. A bean of this type replaces the
 * properties {@code scalekit.environment-url}, {@code scalekit.client-id} and
 * {@code scalekit.client-secret}, which then need not exist and are not read.
 * <p>
 * URL and client identifier are read once, at the start; only another bean changes them.
 * The client secret is read before each token request and can be replaced at any time.
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
	 * The client secret. It is asked for before each token request, and not before: a
	 * token that was requested with an earlier secret is used until it ends or is
	 * refused. This method may be called on any thread, and may take up to 5 seconds and
	 * block, such as to read a file. If it fails or returns nothing, there is a
	 * {@code ScalekitTokenException}.
	 * @return the present client secret
	 */
	String getClientSecret();

}
