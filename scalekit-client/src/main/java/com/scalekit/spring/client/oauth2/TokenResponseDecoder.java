package com.scalekit.spring.client.oauth2;

import java.io.Serial;
import java.util.regex.Pattern;

import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.BodyExtractor;

/**
 * Reads a successful response of the token endpoint. What it accepts can be sent as a
 * bearer token; the body is never quoted, since it may hold one.
 */
final class TokenResponseDecoder implements BodyExtractor<Mono<OAuth2AccessTokenResponse>, ReactiveHttpInputMessage> {

	private static final int MAX_BYTES = 64 * 1024;

	private static final long DEFAULT_LIFETIME_SECONDS = 300;

	private static final long MAX_LIFETIME_SECONDS = 24 * 60 * 60;

	/** The syntax of a bearer token (RFC 6750, section 2.1). */
	private static final Pattern BEARER_TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

	private static final JsonMapper MAPPER = new JsonMapper();

	@Override
	public Mono<OAuth2AccessTokenResponse> extract(ReactiveHttpInputMessage message, Context context) {
		return DataBufferUtils.join(message.getBody(), MAX_BYTES)
			.map(TokenResponseDecoder::parse)
			.map(TokenResponseDecoder::tokenResponse)
			.switchIfEmpty(Mono.error(() -> new InvalidTokenResponseException("it is empty")));
	}

	private static JsonNode parse(DataBuffer body) {
		try {
			return MAPPER.readTree(body.asInputStream());
		}
		catch (JacksonException ex) {
			throw new InvalidTokenResponseException("it is not JSON");
		}
		finally {
			DataBufferUtils.release(body);
		}
	}

	private static OAuth2AccessTokenResponse tokenResponse(JsonNode response) {
		String tokenType = response.path("token_type").asString("");
		require(tokenType.isEmpty() || TokenType.BEARER.getValue().equalsIgnoreCase(tokenType),
				"its token_type is not Bearer");
		JsonNode accessToken = response.path("access_token");
		require(accessToken.isString() && BEARER_TOKEN.matcher(accessToken.stringValue()).matches(),
				"its access_token is missing or malformed");
		return OAuth2AccessTokenResponse.withToken(accessToken.stringValue())
			.tokenType(TokenType.BEARER)
			.expiresIn(lifetime(response.path("expires_in")))
			.scopes(StringUtils.commaDelimitedListToSet(response.path("scope").asString("").replace(' ', ',')))
			.build();
	}

	private static long lifetime(JsonNode expiresIn) {
		if (expiresIn.isMissingNode()) {
			return DEFAULT_LIFETIME_SECONDS;
		}
		require(expiresIn.isNumber() || expiresIn.isString(), "its expires_in is not a number");
		double seconds = expiresIn.asDouble(0);
		require(seconds >= 1, "its expires_in is not a positive number");
		return (long) Math.min(seconds, MAX_LIFETIME_SECONDS);
	}

	private static void require(boolean condition, String violation) {
		if (!condition) {
			throw new InvalidTokenResponseException(violation);
		}
	}

	/**
	 * Says what is wrong with a token response.
	 */
	static final class InvalidTokenResponseException extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		InvalidTokenResponseException(String message) {
			super(message);
		}

	}

}
