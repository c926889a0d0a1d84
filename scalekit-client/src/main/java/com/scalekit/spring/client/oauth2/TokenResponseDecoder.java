package com.scalekit.spring.client.oauth2;

import java.io.Serial;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.BodyExtractor;
import org.springframework.web.reactive.function.client.ClientResponse;

import com.scalekit.spring.client.error.ScalekitApiException;

/**
 * Reads a response of the token endpoint, and fails unless it is a successful one. What
 * it accepts can be sent as a bearer token. No member may be repeated (RFC 6749, section
 * 3.2), and the body is never quoted, since it may hold a token.
 */
final class TokenResponseDecoder implements BodyExtractor<Mono<OAuth2AccessTokenResponse>, ReactiveHttpInputMessage> {

	private static final Log logger = LogFactory.getLog(TokenResponseDecoder.class);

	private static final int MAX_BYTES = 64 * 1024;

	/** No server accepts a header that is longer. */
	private static final int MAX_TOKEN_LENGTH = 16 * 1024;

	private static final long DEFAULT_LIFETIME_SECONDS = 300;

	private static final long MAX_LIFETIME_SECONDS = 24 * 60 * 60;

	/** The syntax of a bearer token (RFC 6750, section 2.1). */
	private static final Pattern BEARER_TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
		.build();

	private final String tokenUri;

	private final AtomicBoolean warned = new AtomicBoolean();

	TokenResponseDecoder(String tokenUri) {
		this.tokenUri = tokenUri;
	}

	@Override
	public Mono<OAuth2AccessTokenResponse> extract(ReactiveHttpInputMessage message, Context context) {
		if (message instanceof ClientHttpResponse response && !response.getStatusCode().is2xxSuccessful()) {
			return failure(response);
		}
		return DataBufferUtils.join(message.getBody(), MAX_BYTES)
			.map(TokenResponseDecoder::parse)
			.map(this::tokenResponse)
			.switchIfEmpty(Mono.error(() -> new InvalidTokenResponseException("it is empty")));
	}

	/**
	 * The observation of the request has ended by now, so that nothing of the error,
	 * which may repeat the client secret, becomes part of it.
	 */
	private static Mono<OAuth2AccessTokenResponse> failure(ClientHttpResponse response) {
		return ScalekitApiException
			.from(ClientResponse.create(response.getStatusCode())
				.headers((headers) -> headers.addAll(response.getHeaders()))
				.body(response.getBody())
				.build())
			.flatMap(Mono::error);
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

	private OAuth2AccessTokenResponse tokenResponse(JsonNode response) {
		String tokenType = response.path("token_type").asString("");
		require(tokenType.isEmpty() || TokenType.BEARER.getValue().equalsIgnoreCase(tokenType),
				"its token_type is not Bearer");
		JsonNode accessToken = response.path("access_token");
		require(accessToken.isString() && BEARER_TOKEN.matcher(accessToken.stringValue()).matches(),
				"its access_token is missing or malformed");
		require(accessToken.stringValue().length() <= MAX_TOKEN_LENGTH, "its access_token is too long");
		return OAuth2AccessTokenResponse.withToken(accessToken.stringValue())
			.tokenType(TokenType.BEARER)
			.expiresIn(lifetime(response.path("expires_in")))
			.scopes(StringUtils.commaDelimitedListToSet(response.path("scope").asString("").replace(' ', ',')))
			.build();
	}

	private long lifetime(JsonNode expiresIn) {
		if (expiresIn.isMissingNode()) {
			warnOnce();
			return DEFAULT_LIFETIME_SECONDS;
		}
		require(expiresIn.isNumber() || expiresIn.isString(), "its expires_in is not a number");
		double seconds = expiresIn.asDouble(0);
		require(seconds >= 1, "its expires_in is not a positive number");
		return (long) Math.min(seconds, MAX_LIFETIME_SECONDS);
	}

	private void warnOnce() {
		if (this.warned.compareAndSet(false, true)) {
			logger
				.warn("%s does not tell how long its tokens live (expires_in is missing). They are used for %d seconds."
					.formatted(this.tokenUri, DEFAULT_LIFETIME_SECONDS));
		}
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
