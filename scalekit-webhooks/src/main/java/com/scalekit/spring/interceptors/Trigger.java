package com.scalekit.spring.interceptors;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.StringUtils;

import com.scalekit.spring.webhooks.json.InboundJson;
import com.scalekit.spring.webhooks.json.JsonMismatchException;

/**
 * When Scalekit asks, and what it sends then. Named as on the wire.
 */
enum Trigger {

	PRE_SIGNUP(PreSignup.class, (context, json) -> new PreSignup(context, user(json))),

	PRE_SESSION_CREATION(PreSessionCreation.class,
			(context, json) -> new PreSessionCreation(context,
					InboundJson.read(json, InterceptorUser.class, "data", "user"))),

	PRE_USER_INVITATION(PreUserInvitation.class,
			(context, json) -> new PreUserInvitation(context, user(json),
					InboundJson.read(json, InterceptorOrganization.class, "data", "organization"))),

	PRE_M2M_TOKEN_CREATION(PreMachineToken.class, Trigger::machineToken);

	private final Class<? extends InterceptorRequest> requestType;

	private final BiFunction<InterceptorContext, JsonNode, InterceptorRequest> factory;

	Trigger(Class<? extends InterceptorRequest> requestType,
			BiFunction<InterceptorContext, JsonNode, InterceptorRequest> factory) {
		this.requestType = requestType;
		this.factory = factory;
	}

	static @Nullable Trigger named(String name) {
		return Arrays.stream(values()).filter((trigger) -> trigger.name().equals(name)).findFirst().orElse(null);
	}

	static @Nullable Trigger of(Class<?> requestType) {
		return Arrays.stream(values()).filter((trigger) -> trigger.requestType == requestType).findFirst().orElse(null);
	}

	/**
	 * Reads the request of this trigger.
	 * @throws JsonMismatchException if it does not have the data of the trigger
	 */
	InterceptorRequest read(JsonNode json) {
		return this.factory.apply(InboundJson.read(json, InterceptorContext.class, "interceptor_context"), json);
	}

	private static @Nullable InterceptorUser user(JsonNode json) {
		JsonNode user = json.path("data").path("user");
		return (user.isMissingNode() || user.isNull()) ? null
				: InboundJson.read(json, InterceptorUser.class, "data", "user");
	}

	private static PreMachineToken machineToken(InterceptorContext context, JsonNode json) {
		TokenClaims token = InboundJson.read(json, TokenClaims.class, "data", "m2m_token_claims");
		TokenClaims.Claims claims = token.claims();
		List<String> scopes = claims.scopes().isEmpty()
				? List.of(StringUtils.tokenizeToStringArray(claims.scope(), " ")) : claims.scopes();
		return new PreMachineToken(context, token.clientId(), claims.oid(), scopes, claims.customClaims());
	}

	/**
	 * Claims the token of an API client will have.
	 */
	record TokenClaims(String clientId, Claims claims) {

		record Claims(@Nullable String oid, String scope, List<String> scopes,
				Map<String, @Nullable Object> customClaims) {

		}

	}

}
