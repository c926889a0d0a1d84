package com.scalekit.spring.client.passwordless;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What Scalekit knows of a user who is authenticated.
 *
 * @param email the e-mail address of the user
 * @param passwordlessType what the e-mail contained
 * @param state the application's own data, as given when the e-mail was sent
 * @param template what the e-mail was for, {@code null} if no template was given
 */
public record PasswordlessVerification(@JsonProperty(required = true) String email, PasswordlessType passwordlessType,
		@Nullable String state, @Nullable TemplateType template) {

}
