package com.scalekit.spring.test.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.Json;

/**
 * What an interceptor has answered.
 */
public final class InterceptorDecision {

	private static final int OK = 200;

	private static final String ALLOW = "ALLOW";

	private static final Set<String> DECISIONS = Set.of(ALLOW, "DENY");

	private final WebhookResponse response;

	private final @Nullable ObjectNode answer;

	InterceptorDecision(WebhookResponse response) {
		this.response = response;
		this.answer = (response.status() == OK) ? read(response.body()) : null;
	}

	private static @Nullable ObjectNode read(String body) {
		try {
			ObjectNode json = Json.readStrictly(body.getBytes(StandardCharsets.UTF_8), ObjectNode.class);
			return (DECISIONS.contains(json.path("decision").asString(""))) ? json : null;
		}
		catch (ApiException ex) {
			return null;
		}
	}

	/**
	 * Return whether the interceptor has decided at all. If not, Scalekit does what its
	 * dashboard says.
	 * @return whether the response is a decision
	 */
	public boolean decided() {
		return this.answer != null;
	}

	/**
	 * Return whether the interceptor allows what it was asked.
	 * @return whether the decision is {@code ALLOW}
	 * @throws IllegalStateException if the response is no decision
	 */
	public boolean allowed() {
		return answer().get("decision").stringValue().equals(ALLOW);
	}

	/**
	 * Return what the user is to be told.
	 * @return the message, or {@code null} if there is none
	 * @throws IllegalStateException if the response is no decision
	 */
	public @Nullable String message() {
		return answer().at("/error/message").asString(null);
	}

	/**
	 * Return the claims that the token is to have.
	 * @return the claims, may be empty
	 * @throws IllegalStateException if the response is no decision
	 */
	public Map<String, Object> claims() {
		return details("claims");
	}

	/**
	 * Return the membership that the user who signs up is to have: the
	 * {@code organization_id} or {@code external_organization_id}, and {@code roles}.
	 * @return the membership, may be empty
	 * @throws IllegalStateException if the response is no decision
	 */
	public Map<String, Object> membership() {
		return details("create_organization_membership");
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> details(String member) {
		JsonNode details = answer().path("response").path(member);
		return (details.isObject()) ? Json.readStrictly(Json.write(details), Map.class) : Map.of();
	}

	/**
	 * Return the response as it is.
	 * @return the response
	 */
	public WebhookResponse response() {
		return this.response;
	}

	private ObjectNode answer() {
		if (this.answer == null) {
			throw new IllegalStateException(
					"Status %d with '%s' is no decision".formatted(this.response.status(), this.response.body()));
		}
		return this.answer;
	}

	@Override
	public String toString() {
		return "InterceptorDecision[status=%d, body=%s]".formatted(this.response.status(), this.response.body());
	}

}
