package com.scalekit.spring.client.oauth2;

import java.util.Objects;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClientException;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitError;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.oauth2.TokenResponseDecoder.InvalidTokenResponseException;

/**
 * Turns what goes wrong at the token endpoint into a {@link ScalekitTokenException} that
 * tells what to do about it. It never shows the client secret, even if the server repeats
 * it.
 */
final class TokenErrors {

	private final ClientRegistration registration;

	private final CredentialsInspector credentials;

	TokenErrors(ClientRegistration registration) {
		this.registration = registration;
		this.credentials = new CredentialsInspector(registration);
	}

	/**
	 * Copy a failure for one of several callers. What one of them adds to its exception,
	 * such as where it has waited, is not the others' business.
	 */
	static ScalekitTokenException copyOf(ScalekitTokenException shared) {
		return withCause(new ScalekitTokenException(shared.getError(), String.valueOf(shared.getMessage()),
				shared.getRetryAfter()), shared.getCause());
	}

	private static ScalekitTokenException withCause(ScalekitTokenException failure, @Nullable Throwable cause) {
		if (cause != null) {
			failure.initCause(cause);
		}
		return failure;
	}

	ScalekitTokenException translate(Throwable failure) {
		if (failure instanceof ScalekitApiException response) {
			return refused(response);
		}
		if (failure instanceof TimeoutException) {
			return unavailable(String.valueOf(failure.getMessage()), failure);
		}
		Throwable cause = Objects
			.requireNonNullElse((failure instanceof WebClientException) ? failure.getCause() : null, failure);
		if (cause instanceof InvalidTokenResponseException) {
			return unusable(Objects.requireNonNull(cause.getMessage()));
		}
		if (cause instanceof DataBufferLimitException) {
			return unusable("it is too large");
		}
		return unavailable(cause.toString(), cause);
	}

	/**
	 * What a supplier says about its failure may contain the secret, so only the type of
	 * the failure is told.
	 */
	ScalekitTokenException unreadableSecret(Throwable failure) {
		return withoutSecret(
				"cannot be read, " + NestedExceptionUtils.getMostSpecificCause(failure).getClass().getName());
	}

	ScalekitTokenException emptySecret() {
		return withoutSecret("is empty");
	}

	private ScalekitTokenException withoutSecret(String reason) {
		return new ScalekitTokenException(new OAuth2Error("client_secret_unavailable"),
				message("the client secret " + reason + ". Check what supplies it"));
	}

	private ScalekitTokenException refused(ScalekitApiException response) {
		ScalekitError body = response.getError();
		int status = response.getStatusCode().value();
		String code = (body.code() == null) ? printable(body.errorCode()) : null;
		OAuth2Error error = new OAuth2Error((code != null) ? code : code(status), printable(body.message()), null);
		return new ScalekitTokenException(error, message(
				"%d %s%s%s".formatted(status, error.getErrorCode(), description(body), advice(error.getErrorCode()))),
				response.getRetryAfter());
	}

	private String description(ScalekitError body) {
		if (!StringUtils.hasText(body.message())) {
			return "";
		}
		String description = printable(body.message());
		return " (" + ((description != null) ? description : "a description that repeats the client secret") + ")";
	}

	/**
	 * Make one short line of a text, unless it repeats the client secret.
	 */
	private @Nullable String printable(@Nullable String text) {
		if (!StringUtils.hasText(text) || new SecretDetector(this.registration.getClientSecret()).isIn(text)) {
			return null;
		}
		return "%.200s".formatted(text.strip().replaceAll("\\p{Cntrl}+", " "));
	}

	private static String code(int status) {
		return switch (status) {
			case 401 -> OAuth2ErrorCodes.INVALID_CLIENT;
			case 403 -> OAuth2ErrorCodes.UNAUTHORIZED_CLIENT;
			default -> OAuth2ErrorCodes.SERVER_ERROR;
		};
	}

	private String advice(String code) {
		return switch (code) {
			case OAuth2ErrorCodes.INVALID_CLIENT,
					OAuth2ErrorCodes.UNAUTHORIZED_CLIENT ->
				". Check scalekit.client-id "
						+ "and scalekit.client-secret, and that they belong to scalekit.environment-url"
						+ this.credentials.suspicions();
			case OAuth2ErrorCodes.INVALID_SCOPE -> ". Check scalekit.scopes";
			default -> "";
		};
	}

	private ScalekitTokenException unusable(String violation) {
		return new ScalekitTokenException(new OAuth2Error("invalid_token_response"),
				message("the response is not usable, " + violation + ". Check scalekit.environment-url"));
	}

	private ScalekitTokenException unavailable(String reason, Throwable cause) {
		return withCause(
				new ScalekitTokenException(new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE), message(reason)),
				cause);
	}

	private String message(String reason) {
		return "No access token for client '%s' from %s: %s".formatted(this.credentials.printableClientId(),
				this.registration.getProviderDetails().getTokenUri(), reason);
	}

}
