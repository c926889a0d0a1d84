package com.scalekit.spring.client.passkeys;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.BodyMember;

/**
 * The passkeys of users, which Scalekit's API calls WebAuthn credentials.
 * {@link ReactivePasskeysClient} is the reactive twin; use that one on event-loop
 * threads.
 * <p>
 * Every method may throw a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException}.
 */
@HttpExchange(url = "/api/v1")
public interface PasskeysClient {

	/**
	 * Return the passkeys of a user. {@code GET /api/v1/webauthn/credentials}
	 * @param userId the identifier of the user, starting with {@code usr_}
	 * @return the passkeys
	 */
	@GetExchange("/webauthn/credentials")
	PasskeyList list(@RequestParam("user_id") String userId);

	/**
	 * Change the name of a passkey. {@code PATCH
	 * /api/v1/webauthn/credentials/{credential_id}}
	 * @param id the identifier of the passkey, starting with {@code cred_}
	 * @param displayName the new name shown to people, 1 to 120 characters
	 * @return the changed passkey
	 */
	@PatchExchange("/webauthn/credentials/{id}")
	Passkey rename(@PathVariable String id, @BodyMember("display_name") String displayName);

	/**
	 * Delete a passkey. The user's device still offers it, until the browser is told.
	 * {@code DELETE /api/v1/webauthn/credentials/{credential_id}}
	 * @param id the identifier of the passkey, starting with {@code cred_}
	 * @return what to tell the browser
	 */
	@DeleteExchange("/webauthn/credentials/{id}")
	DeletedPasskey delete(@PathVariable String id);

}
