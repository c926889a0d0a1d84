package com.scalekit.spring.security.login;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.security.ScalekitAuthoritiesConverter;
import com.scalekit.spring.security.ScalekitPrincipal;

/**
 * How users sign in at an environment. {@link ServletLogin} and {@link ReactiveLogin}
 * create from it what Spring Security needs. Nothing here calls Scalekit before somebody
 * signs in.
 */
public final class ScalekitLogin {

	/**
	 * Identifier of the client registration.
	 */
	public static final String REGISTRATION_ID = ScalekitPrincipal.REGISTRATION_ID;

	/**
	 * Parameters that are passed on from the URL that starts a login unless others are
	 * given.
	 */
	public static final List<String> FORWARDED_PARAMETERS = List.of("organization_id", "connection_id", "domain",
			"login_hint", "provider", "prompt");

	/**
	 * Scopes that are requested unless others are given. The scope for refresh tokens is
	 * not among them: environments for single sign-on only refuse it.
	 */
	public static final List<String> SCOPES = List.of("openid", "profile", "email");

	/**
	 * URI to which Scalekit sends the browser back unless another one is given.
	 */
	public static final String REDIRECT_URI = "{baseUrl}/login/oauth2/code/{registrationId}";

	/**
	 * Parameters that are not passed on, since the login depends on them.
	 */
	public static final Set<String> RESERVED_PARAMETERS = Set.of(OAuth2ParameterNames.CLIENT_ID,
			OAuth2ParameterNames.CLIENT_SECRET, OAuth2ParameterNames.REDIRECT_URI, OAuth2ParameterNames.RESPONSE_TYPE,
			"response_mode", OAuth2ParameterNames.SCOPE, OAuth2ParameterNames.STATE, OidcParameterNames.NONCE,
			PkceParameterNames.CODE_CHALLENGE, PkceParameterNames.CODE_CHALLENGE_METHOD, "request", "request_uri",
			OAuth2ParameterNames.ERROR, IdpInitiatedLogins.PARAMETER);

	private final URI environmentUrl;

	private final Supplier<WebClient> webClient;

	private final JWKSource<SecurityContext> keys;

	private final ScalekitAuthoritiesConverter authoritiesConverter;

	private final String clientId;

	private final Supplier<String> clientSecret;

	private final Set<String> scopes;

	private final String redirectUri;

	private final Set<String> forwardedParameters;

	private final Map<String, String> fixedParameters;

	private final Set<String> idpInitiatedIssuers;

	private ScalekitLogin(Builder builder) {
		this.environmentUrl = builder.environmentUrl;
		this.clientId = builder.clientId;
		this.clientSecret = builder.clientSecret;
		this.webClient = SingletonSupplier.of(builder.webClient);
		this.keys = builder.keys;
		this.authoritiesConverter = builder.authoritiesConverter;
		this.scopes = new LinkedHashSet<>(builder.scopes);
		this.redirectUri = builder.redirectUri;
		this.forwardedParameters = Set.copyOf(builder.forwardedParameters);
		this.fixedParameters = Map.copyOf(builder.fixedParameters);
		this.idpInitiatedIssuers = Set.copyOf(builder.idpInitiatedIssuers);
	}

	/**
	 * Start to build a login.
	 * @param environmentUrl the URL of the environment, without a trailing slash
	 * @param clientId the client identifier of the web application
	 * @param clientSecret supplies the present client secret; it may block
	 * @param keys the keys of the environment
	 * @return a builder
	 */
	public static Builder builder(URI environmentUrl, String clientId, Supplier<String> clientSecret,
			JWKSource<SecurityContext> keys) {
		return new Builder(environmentUrl, clientId, clientSecret, keys);
	}

	/**
	 * The client registration, with the present client secret. Its endpoints are derived
	 * from the environment URL. There is none for user information, since the ID token
	 * carries the profile.
	 * @return the registration
	 */
	public ClientRegistration clientRegistration() {
		return ClientRegistration.withClientRegistration(publicRegistration())
			.clientSecret(this.clientSecret.get())
			.build();
	}

	/**
	 * The client registration without the client secret.
	 */
	ClientRegistration publicRegistration() {
		return ClientRegistration.withRegistrationId(REGISTRATION_ID)
			.clientName("Scalekit")
			.clientId(this.clientId)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.scope(this.scopes)
			.redirectUri(this.redirectUri)
			.authorizationUri(endpoint("/oauth/authorize"))
			.tokenUri(tokenUri())
			.jwkSetUri(keySetUri())
			.issuerUri(issuer())
			.userNameAttributeName(IdTokenClaimNames.SUB)
			.providerConfigurationMetadata(Map.of("end_session_endpoint", endpoint("/oidc/logout")))
			.build();
	}

	/**
	 * Whether the access tokens of a registration come from the environment. A
	 * registration of the application may have the same identifier and be another one.
	 */
	boolean issuesTokensOf(ClientRegistration registration) {
		return isScalekit(registration.getRegistrationId())
				&& tokenUri().equals(registration.getProviderDetails().getTokenUri());
	}

	/**
	 * Whether the ID tokens of a registration are signed with the keys of the
	 * environment.
	 */
	boolean signsTokensOf(ClientRegistration registration) {
		return isScalekit(registration.getRegistrationId())
				&& keySetUri().equals(registration.getProviderDetails().getJwkSetUri());
	}

	static boolean isScalekit(@Nullable String registrationId) {
		return REGISTRATION_ID.equals(registrationId);
	}

	String issuer() {
		return this.environmentUrl.toString();
	}

	private String tokenUri() {
		return endpoint("/oauth/token");
	}

	private String keySetUri() {
		return endpoint("/keys");
	}

	private String endpoint(String path) {
		return this.environmentUrl + path;
	}

	WebClient webClient() {
		return this.webClient.get();
	}

	/**
	 * Create a decoder of tokens that are signed with the keys of the environment.
	 */
	NimbusJwtDecoder decoder(OAuth2TokenValidator<Jwt> validator) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(this.keys)
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.build();
		decoder.setJwtValidator(validator);
		return decoder;
	}

	ScalekitAuthoritiesConverter authoritiesConverter() {
		return this.authoritiesConverter;
	}

	Set<String> forwardedParameters() {
		return this.forwardedParameters;
	}

	Map<String, String> fixedParameters() {
		return this.fixedParameters;
	}

	Set<String> idpInitiatedIssuers() {
		return this.idpInitiatedIssuers;
	}

	@Override
	public String toString() {
		return "ScalekitLogin[" + this.environmentUrl + "]";
	}

	/**
	 * Builds a login.
	 */
	public static final class Builder {

		private final URI environmentUrl;

		private final String clientId;

		private final Supplier<String> clientSecret;

		private final JWKSource<SecurityContext> keys;

		private Supplier<WebClient> webClient = WebClient::create;

		private ScalekitAuthoritiesConverter authoritiesConverter = new ScalekitAuthoritiesConverter();

		private Collection<String> scopes = SCOPES;

		private String redirectUri = REDIRECT_URI;

		private Collection<String> forwardedParameters = FORWARDED_PARAMETERS;

		private final Map<String, String> fixedParameters = new LinkedHashMap<>();

		private Collection<String> idpInitiatedIssuers = List.of();

		private Builder(URI environmentUrl, String clientId, Supplier<String> clientSecret,
				JWKSource<SecurityContext> keys) {
			this.environmentUrl = environmentUrl;
			this.clientId = clientId;
			this.clientSecret = clientSecret;
			this.keys = keys;
		}

		/**
		 * Request tokens with a client, which must not follow redirects.
		 * @param webClient supplies the client when the first user signs in
		 * @return this builder
		 */
		public Builder webClient(Supplier<WebClient> webClient) {
			this.webClient = webClient;
			return this;
		}

		/**
		 * Convert the claims of access tokens to authorities with a converter.
		 * @param authoritiesConverter the converter
		 * @return this builder
		 */
		public Builder authoritiesConverter(ScalekitAuthoritiesConverter authoritiesConverter) {
			this.authoritiesConverter = authoritiesConverter;
			return this;
		}

		/**
		 * Request scopes. Add {@code offline_access} for a refresh token, which
		 * environments for single sign-on only refuse.
		 * @param scopes the scopes
		 * @return this builder
		 */
		public Builder scopes(Collection<String> scopes) {
			this.scopes = List.copyOf(scopes);
			return this;
		}

		/**
		 * Have the browser sent back to a URI, which may hold the variables of Spring
		 * Security.
		 * @param redirectUri the URI, as it is registered at Scalekit
		 * @return this builder
		 */
		public Builder redirectUri(String redirectUri) {
			this.redirectUri = redirectUri;
			return this;
		}

		/**
		 * Pass on parameters of the URL that starts a login.
		 * @param forwardedParameters the names of the parameters
		 * @return this builder
		 * @throws IllegalArgumentException if one of them is reserved
		 */
		public Builder forwardedParameters(Collection<String> forwardedParameters) {
			for (String parameter : forwardedParameters) {
				Assert.isTrue(!RESERVED_PARAMETERS.contains(parameter),
						() -> "The parameter '%s' is reserved".formatted(parameter));
			}
			this.forwardedParameters = List.copyOf(forwardedParameters);
			return this;
		}

		/**
		 * Let users of one organization sign in only.
		 * @param organizationId the identifier of the organization
		 * @return this builder
		 */
		public Builder organizationId(String organizationId) {
			this.fixedParameters.put("organization_id", organizationId);
			return this;
		}

		/**
		 * Let users sign in over one connection only.
		 * @param connectionId the identifier of the connection
		 * @return this builder
		 */
		public Builder connectionId(String connectionId) {
			this.fixedParameters.put("connection_id", connectionId);
			return this;
		}

		/**
		 * Accept tokens of logins that an identity provider starts also if their issuer
		 * is one of these, or is missing. By default it has to be the environment.
		 * @param idpInitiatedIssuers the issuers
		 * @return this builder
		 */
		public Builder idpInitiatedIssuers(Collection<String> idpInitiatedIssuers) {
			this.idpInitiatedIssuers = List.copyOf(idpInitiatedIssuers);
			return this;
		}

		/**
		 * Build the login.
		 * @return the login
		 */
		public ScalekitLogin build() {
			return new ScalekitLogin(this);
		}

	}

}
