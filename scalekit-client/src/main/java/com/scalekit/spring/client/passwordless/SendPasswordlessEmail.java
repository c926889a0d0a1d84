package com.scalekit.spring.client.passwordless;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to send an e-mail with which a user signs in. Instances are immutable: each
 * {@code with} method returns a changed copy.
 */
public final class SendPasswordlessEmail extends JsonObject<SendPasswordlessEmail> {

	private SendPasswordlessEmail(Map<String, @Nullable Object> members) {
		super(SendPasswordlessEmail::new, members);
	}

	/**
	 * Start with the address.
	 * @param email the e-mail address of the user, at most 320 characters
	 * @return a request with the address
	 * @throws IllegalArgumentException if the address is empty
	 */
	public static SendPasswordlessEmail to(String email) {
		Assert.hasText(email, "'email' must not be empty");
		return new SendPasswordlessEmail(Map.of()).with("email", email);
	}

	/**
	 * Set what the e-mail is for.
	 * @param template the template of the e-mail
	 * @return a copy with the template
	 * @throws IllegalArgumentException if the template is {@link TemplateType#UNKNOWN}
	 */
	public SendPasswordlessEmail withTemplate(TemplateType template) {
		Assert.isTrue(template != TemplateType.UNKNOWN, "'template' must not be UNKNOWN");
		return with("template", template);
	}

	/**
	 * Set the application's own data, which the verification returns.
	 * @param state the data, 1 to 1000 characters
	 * @return a copy with the data
	 */
	public SendPasswordlessEmail withState(String state) {
		return with("state", state);
	}

	/**
	 * Set how long the passcode and the magic link are valid.
	 * @param expiresIn the lifetime, in whole seconds; the server's default is 5 minutes
	 * @return a copy with the lifetime
	 * @throws IllegalArgumentException if the lifetime is not a positive number of whole
	 * seconds
	 */
	public SendPasswordlessEmail withExpiresIn(Duration expiresIn) {
		Assert.notNull(expiresIn, "'expires_in' must not be null");
		Assert.isTrue(expiresIn.compareTo(Duration.ZERO) > 0 && expiresIn.getNano() == 0,
				"'expires_in' must be a positive number of whole seconds");
		return with("expires_in", expiresIn.toSeconds());
	}

	/**
	 * Set the address that the magic link leads to. Scalekit adds the parameter
	 * {@code link_token} to it.
	 * @param magicLinkUri the address of a page of the application, 1 to 1000 characters
	 * @return a copy with the address
	 */
	public SendPasswordlessEmail withMagicLinkUri(String magicLinkUri) {
		return with("magiclink_auth_uri", magicLinkUri);
	}

	/**
	 * Set the variables of the template.
	 * @param templateVariables at most 30 pairs, keys of 2 to 25 and values of at most
	 * 256 characters; {@code otp}, {@code link}, {@code expire_time}, {@code expiry_time}
	 * and {@code expiry_time_relative} are Scalekit's own keys
	 * @return a copy with the variables
	 */
	public SendPasswordlessEmail withTemplateVariables(Map<String, String> templateVariables) {
		return with("template_variables", templateVariables);
	}

}
