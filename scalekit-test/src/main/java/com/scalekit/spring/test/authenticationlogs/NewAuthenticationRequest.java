package com.scalekit.spring.test.authenticationlogs;

import java.time.Instant;

/**
 * The details of an authentication request that a test adds. At first it is a successful
 * one.
 *
 * @see AuthenticationLogs#add(String, java.util.function.Consumer)
 */
public final class NewAuthenticationRequest {

	private String status = "SUCCESS";

	private String organizationId = "";

	private String connectionId = "";

	private String connectionType = "";

	private String connectionProvider = "";

	private String clientId = "";

	private String resourceId = "";

	NewAuthenticationRequest() {
	}

	/**
	 * Set how the request ended, if it has ended.
	 * @param status the status: {@code INITIATED}, {@code PENDING}, {@code SUCCESS} or
	 * {@code FAILED}
	 * @return this request
	 */
	public NewAuthenticationRequest status(String status) {
		this.status = status;
		return this;
	}

	/**
	 * Set the organization of the user.
	 * @param organizationId the id of the organization
	 * @return this request
	 */
	public NewAuthenticationRequest organization(String organizationId) {
		this.organizationId = organizationId;
		return this;
	}

	/**
	 * Set the connection that the user signs in with.
	 * @param id the id of the connection
	 * @param type the type of the connection, such as {@code OIDC}
	 * @param provider the provider of the connection, such as {@code OKTA}
	 * @return this request
	 */
	public NewAuthenticationRequest connection(String id, String type, String provider) {
		this.connectionId = id;
		this.connectionType = type;
		this.connectionProvider = provider;
		return this;
	}

	/**
	 * Set the client that makes the request.
	 * @param clientId the id of the client
	 * @return this request
	 */
	public NewAuthenticationRequest client(String clientId) {
		this.clientId = clientId;
		return this;
	}

	/**
	 * Set the resource that the user gets access to.
	 * @param resourceId the id of the resource
	 * @return this request
	 */
	public NewAuthenticationRequest resource(String resourceId) {
		this.resourceId = resourceId;
		return this;
	}

	StoredAuthenticationRequest store(String id, String email, Instant now) {
		return new StoredAuthenticationRequest(id, email, this.status, this.organizationId, this.connectionId,
				this.connectionType, this.connectionProvider, this.clientId, this.resourceId, now);
	}

}
