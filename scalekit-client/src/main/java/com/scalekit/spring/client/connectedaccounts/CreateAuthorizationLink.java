package com.scalekit.spring.client.connectedaccounts;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to create a link with which a user authorizes a connected account. Instances
 * are immutable: each {@code with} method returns a changed copy.
 */
public final class CreateAuthorizationLink extends JsonObject<CreateAuthorizationLink> {

	private CreateAuthorizationLink(Map<String, @Nullable Object> members) {
		super(CreateAuthorizationLink::new, members);
	}

	/**
	 * Select an account by its identifier at Scalekit.
	 * @param id the identifier, starting with {@code ca_}
	 * @return a request for a link
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public static CreateAuthorizationLink byId(String id) {
		Assert.hasText(id, "'id' must not be empty");
		return new CreateAuthorizationLink(Map.of()).with("id", id);
	}

	/**
	 * Select an account by its user.
	 * @param connector the name of the connection, such as {@code gmail}
	 * @param identifier the application's identifier of the user, at most 100 characters
	 * @return a request for a link
	 * @throws IllegalArgumentException if the connector or the identifier is empty
	 */
	public static CreateAuthorizationLink byIdentifier(String connector, String identifier) {
		Assert.hasText(connector, "'connector' must not be empty");
		Assert.hasText(identifier, "'identifier' must not be empty");
		return new CreateAuthorizationLink(Map.of()).with("connector", connector).with("identifier", identifier);
	}

	/**
	 * Select an account of an organization.
	 * @param organizationId the identifier of the organization
	 * @return a copy with the organization
	 */
	public CreateAuthorizationLink withOrganizationId(String organizationId) {
		return with("organization_id", organizationId);
	}

	/**
	 * Select an account of a user of Scalekit.
	 * @param userId the identifier of the user at Scalekit
	 * @return a copy with the user
	 */
	public CreateAuthorizationLink withUserId(String userId) {
		return with("user_id", userId);
	}

	/**
	 * Have the browser come back to the application, which confirms who the user is.
	 * @param userVerifyUrl the address of the application, with {@code http} or
	 * {@code https}
	 * @return a copy with the address
	 * @see ConnectedAccountsClient#verifyUser(String, String)
	 */
	public CreateAuthorizationLink withUserVerifyUrl(String userVerifyUrl) {
		return with("user_verify_url", userVerifyUrl);
	}

	/**
	 * Set what the browser brings back to the address of the application, by which the
	 * application recognizes its own requests.
	 * @param state the state, at most 512 characters
	 * @return a copy with the state
	 */
	public CreateAuthorizationLink withState(String state) {
		return with("state", state);
	}

}
