package com.scalekit.spring.client.connections;

import org.jspecify.annotations.Nullable;

/**
 * What became of enabling or disabling a connection. Scalekit may report a failure in
 * this way and not as an error: check the state.
 *
 * @param enabled whether users can sign in with the connection now
 * @param errorMessage why the state did not change, {@code null} if it did
 */
public record ConnectionToggle(boolean enabled, @Nullable String errorMessage) {

}
