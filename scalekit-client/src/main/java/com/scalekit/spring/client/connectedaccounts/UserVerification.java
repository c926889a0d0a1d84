package com.scalekit.spring.client.connectedaccounts;

/**
 * The confirmation of which user has authorized a connected account.
 *
 * @param postUserVerifyRedirectUrl where to send the browser
 */
public record UserVerification(String postUserVerifyRedirectUrl) {

}
