package com.scalekit.spring.test.passkeys;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiPrinter;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on passkeys.
 */
public final class PasskeysApi implements ApiGroup {

	private static final Base64.Encoder URL_ENCODER = Base64.getUrlEncoder().withoutPadding();

	private final Supplier<String> url;

	private final Passkeys passkeys;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 * @param url returns the URL of the environment
	 */
	public PasskeysApi(EnvironmentState state, Supplier<String> url) {
		this.url = url;
		this.passkeys = new Passkeys(state);
	}

	/**
	 * Return the passkeys.
	 * @return the passkeys
	 */
	public Passkeys passkeys() {
		return this.passkeys;
	}

	@Override
	public void register(Router router) {
		router.handle("ListCredentials", this::list);
		router.handle("UpdateCredential", (request) -> ApiResponse
			.ok(Map.of("credential", print(this.passkeys.update(id(request), request.json())))));
		router.handle("DeleteCredential", this::delete);
	}

	@Override
	public void reset() {
		this.passkeys.clear();
	}

	private ApiResponse list(ApiRequest request) {
		String userId = request.parameter("user_id");
		List<StoredPasskey> passkeys = this.passkeys.all(userId);
		Map<String, Object> options = Map.of("all_accepted_credential_ids",
				passkeys.stream().map(PasskeysApi::browserId).toList(), "rp_id", rpId(), "user_id",
				URL_ENCODER.encodeToString(userId.getBytes(StandardCharsets.UTF_8)));
		return ApiResponse.ok(Map.of("all_accepted_credentials_options", options, "credentials",
				passkeys.stream().map(PasskeysApi::print).toList()));
	}

	private ApiResponse delete(ApiRequest request) {
		StoredPasskey deleted = this.passkeys.delete(id(request));
		return ApiResponse.ok(Map.of("success", true, "unknown_credential_options",
				Map.of("credential_id", browserId(deleted), "rp_id", rpId())));
	}

	/**
	 * The domain that passkeys are for.
	 */
	private String rpId() {
		return URI.create(this.url.get()).getHost();
	}

	private static String browserId(StoredPasskey passkey) {
		return URL_ENCODER.encodeToString(Base64.getDecoder().decode(passkey.credentialId()));
	}

	private static ObjectNode print(StoredPasskey passkey) {
		return ApiPrinter.print("WebAuthnCredential", passkey);
	}

	private static String id(ApiRequest request) {
		return request.pathVariable("credential_id");
	}

}
