package com.scalekit.spring.security;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScalekitPrincipalTests {

	private static final Map<String, Object> CLAIMS = Map.ofEntries(Map.entry("sub", "usr_1"),
			Map.entry("oid", "org_1"), Map.entry("sid", "ses_1"), Map.entry("client_id", "skc_1"),
			Map.entry("xoid", "tenant-1"), Map.entry("xuid", "user-1"), Map.entry("roles", List.of("admin")),
			Map.entry("permissions", List.of("projects:read")), Map.entry("scope", "openid"), Map.entry("plan", "gold"),
			Map.entry("custom_claims", Map.of("plan", "lead", "color", "red")));

	@Test
	void userWithAnAccessToken() {
		ScalekitPrincipal caller = ScalekitPrincipal.of(new JwtAuthenticationConverter().convert(jwt(CLAIMS)));
		assertThat(caller.userId()).isEqualTo("usr_1");
		assertThat(caller.findUserId()).hasValue("usr_1");
		assertThat(caller.organizationId()).isEqualTo("org_1");
		assertThat(caller.findOrganizationId()).hasValue("org_1");
		assertThat(caller.externalOrganizationId()).isEqualTo("tenant-1");
		assertThat(caller.externalUserId()).isEqualTo("user-1");
		assertThat(caller.sessionId()).isEqualTo("ses_1");
		assertThat(caller.clientId()).isEqualTo("skc_1");
		assertThat(caller.isMachine()).isFalse();
		assertThat(caller.roles()).containsExactly("admin");
		assertThat(caller.permissions()).containsExactly("projects:read");
		assertThat(caller.scopes()).containsExactly("openid");
	}

	@Test
	void claimsComeBeforeCustomClaims() {
		ScalekitPrincipal caller = ScalekitPrincipal.of(new JwtAuthenticationToken(jwt(CLAIMS), List.of()));
		assertThat(caller.claim("plan")).isEqualTo("gold");
		assertThat(caller.claim("color")).isEqualTo("red");
		assertThat(caller.claim("other")).isNull();
	}

	@Test
	void program() {
		ScalekitPrincipal caller = ScalekitPrincipal
			.of(new JwtAuthenticationToken(jwt(Map.of("sub", "m2morg_1", "client_id", "m2morg_1", "oid", "org_1",
					"roles", List.of("admin"), "permissions", List.of("a"))), List.of()));
		assertThat(caller.isMachine()).isTrue();
		assertThat(caller.findUserId()).isEmpty();
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(caller::userId);
		assertThat(caller.organizationId()).isEqualTo("org_1");
		assertThat(caller.roles()).isEmpty();
		assertThat(caller.permissions()).isEmpty();
	}

	@Test
	void apiToken() {
		Map<String, Object> claims = Map.of("sub", "apit_1", "token_id", "apit_1", "oid", "org_1");
		ScalekitPrincipal caller = ScalekitPrincipal.of(new BearerTokenAuthentication(
				new DefaultOAuth2AuthenticatedPrincipal("apit_1", claims, AuthorityUtils.NO_AUTHORITIES),
				new OAuth2AccessToken(TokenType.BEARER, "secret", null, null), List.of()));
		assertThat(caller.isMachine()).isTrue();
		assertThat(caller.organizationId()).isEqualTo("org_1");
	}

	@Test
	void withoutAnOrganization() {
		Map<String, Object> claims = new HashMap<>(CLAIMS);
		claims.put("oid", " ");
		ScalekitPrincipal caller = ScalekitPrincipal.of(new JwtAuthenticationToken(jwt(claims), List.of()));
		assertThat(caller.findOrganizationId()).isEmpty();
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(caller::organizationId);
	}

	@Test
	void login() {
		assertThat(ScalekitPrincipal.of(login("scalekit")).organizationId()).isEqualTo("org_1");
	}

	@Test
	void loginsElsewhereAreNotOfScalekit() {
		assertThat(ScalekitPrincipal.find(login("google"))).isEmpty();
		assertThat(ScalekitPrincipal.find(
				new OAuth2AuthenticationToken(new DefaultOAuth2User(List.of(), CLAIMS, "sub"), List.of(), "scalekit")))
			.isEmpty();
	}

	@Test
	void otherCallers() {
		Authentication ann = UsernamePasswordAuthenticationToken.authenticated("ann", "pw", List.of());
		assertThat(ScalekitPrincipal.find(null)).isEmpty();
		assertThat(ScalekitPrincipal.find(ann)).isEmpty();
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> ScalekitPrincipal.of(ann));
		assertThat(ScalekitPrincipal.find(new AnonymousAuthenticationToken("key", "anonymous",
				AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"))))
			.isEmpty();
		assertThat(ScalekitPrincipal.find(new JwtAuthenticationToken(jwt(CLAIMS)))).isEmpty();
	}

	@Test
	void principalOfTheApplicationKeepsTheToken() {
		TestingAuthenticationToken authentication = new TestingAuthenticationToken("ann", jwt(CLAIMS), List.of());
		assertThat(ScalekitPrincipal.of(authentication).userId()).isEqualTo("usr_1");
	}

	@Test
	void showsIdentifiersOnly() {
		ScalekitPrincipal caller = ScalekitPrincipal.of(login("scalekit"));
		assertThat(caller).hasToString("ScalekitPrincipal[usr_1, org_1]")
			.isEqualTo(ScalekitPrincipal.of(login("scalekit")))
			.hasSameHashCodeAs(ScalekitPrincipal.of(login("scalekit")));
	}

	private static Jwt jwt(Map<String, Object> claims) {
		return Jwt.withTokenValue("token").header("alg", "RS256").claims((all) -> all.putAll(claims)).build();
	}

	private static Authentication login(String registration) {
		OidcIdToken idToken = new OidcIdToken("token", Instant.EPOCH, Instant.MAX, CLAIMS);
		return new OAuth2AuthenticationToken(new DefaultOidcUser(List.of(), idToken), List.of(), registration);
	}

}
