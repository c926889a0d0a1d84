package com.scalekit.spring.test.passwordless;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import com.scalekit.spring.test.passwordless.Passwordless.Presented;
import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on e-mails that users sign in with.
 */
public final class PasswordlessApi implements ApiGroup {

	private final Passwordless passwordless;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 * @param url returns the URL of the environment
	 */
	public PasswordlessApi(EnvironmentState state, Supplier<String> url) {
		this.passwordless = new Passwordless(state, url);
	}

	/**
	 * Return the e-mails.
	 * @return the e-mails
	 */
	public Passwordless passwordless() {
		return this.passwordless;
	}

	@Override
	public void register(Router router) {
		router.handle("SendPasswordlessEmail",
				(request) -> ok(this.passwordless.send(request.body(Passwordless.Request.class))));
		router.handle("ResendPasswordlessEmail",
				(request) -> ok(this.passwordless.resend(request.json().get("auth_request_id").stringValue())));
		router.handle("VerifyPasswordlessEmail", this::verify);
	}

	@Override
	public void reset() {
		this.passwordless.clear();
	}

	private ApiResponse verify(ApiRequest request) {
		Presented presented = request.body(Presented.class);
		if ((presented.code() == null) == (presented.linkToken() == null)) {
			throw ApiException.invalidArgument("exactly one of code and link_token is required");
		}
		StoredEmail email = this.passwordless.verify(presented);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("email", email.email());
		body.put("passwordless_type", email.passwordlessType());
		if (email.state() != null) {
			body.put("state", email.state());
		}
		if (email.template() != null) {
			body.put("template", email.template());
		}
		return ApiResponse.ok(body);
	}

	private static ApiResponse ok(StoredEmail email) {
		return ApiResponse.ok(Map.of("auth_request_id", email.authRequestId(), "expires_at",
				String.valueOf(email.expiresAt().getEpochSecond()), "expires_in",
				Duration.between(email.sentAt(), email.expiresAt()).toSeconds(), "passwordless_type",
				email.passwordlessType()));
	}

}
