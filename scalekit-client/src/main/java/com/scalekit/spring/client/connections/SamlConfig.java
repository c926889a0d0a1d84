package com.scalekit.spring.client.connections;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The configuration of a SAML connection. Scalekit is the service provider.
 *
 * @param idpEntityId the entity id of the identity provider
 * @param idpMetadataUrl the URL of the identity provider's metadata
 * @param idpSsoUrl where the identity provider takes authentication requests
 * @param idpSsoRequestBinding how they are sent: {@code HTTP_POST} or
 * {@code HTTP_REDIRECT}
 * @param idpSloRequired whether users are signed out at the identity provider, too
 * @param idpSloUrl where the identity provider takes logout requests
 * @param idpSloRequestBinding how they are sent: {@code HTTP_POST} or
 * {@code HTTP_REDIRECT}
 * @param idpNameIdFormat the format of the name id: {@code UNSPECIFIED}, {@code EMAIL},
 * {@code TRANSIENT} or {@code PERSISTENT}
 * @param idpCertificates the certificates of the identity provider
 * @param spEntityId the entity id of Scalekit
 * @param spMetadataUrl the URL of Scalekit's metadata
 * @param spAssertionUrl where Scalekit takes assertions
 * @param spSloUrl where Scalekit takes logout responses
 * @param certificateId the identifier of Scalekit's certificate
 * @param samlSigningOption what the identity provider has to sign: {@code NO_SIGNING},
 * {@code SAML_ONLY_RESPONSE_SIGNING}, {@code SAML_ONLY_ASSERTION_SIGNING},
 * {@code SAML_RESPONSE_ASSERTION_SIGNING} or {@code SAML_RESPONSE_OR_ASSERTION_SIGNING}
 * @param wantRequestSigned whether Scalekit signs its requests
 * @param assertionEncrypted whether assertions are encrypted
 * @param forceAuthn whether users have to authenticate although they are signed in
 * @param allowIdpInitiatedLogin whether users may start at the identity provider
 * @param defaultRedirectUri where users go who started there
 * @param uiButtonTitle the label of the button on the sign-in page
 * @param jitProvisioningWithSsoEnabled whether users are created when they first sign in
 * @param syncUserProfileOnLogin whether the profile of users is updated when they sign in
 */
public record SamlConfig(String idpEntityId, String idpMetadataUrl, String idpSsoUrl, String idpSsoRequestBinding,
		boolean idpSloRequired, String idpSloUrl, String idpSloRequestBinding, String idpNameIdFormat,
		List<IdpCertificate> idpCertificates, String spEntityId, String spMetadataUrl, String spAssertionUrl,
		String spSloUrl, String certificateId, String samlSigningOption, boolean wantRequestSigned,
		boolean assertionEncrypted, boolean forceAuthn, boolean allowIdpInitiatedLogin, String defaultRedirectUri,
		String uiButtonTitle, boolean jitProvisioningWithSsoEnabled, boolean syncUserProfileOnLogin) {

	/**
	 * A certificate of an identity provider.
	 *
	 * @param id the identifier
	 * @param certificate the certificate
	 * @param issuer who issued it
	 * @param createTime when it was created
	 * @param expiryTime when it ends
	 */
	public record IdpCertificate(String id, String certificate, String issuer, @Nullable Instant createTime,
			@Nullable Instant expiryTime) {

	}

}
