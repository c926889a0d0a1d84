package com.scalekit.spring.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Converts the claims of Scalekit's tokens to authorities: {@code scope} and
 * {@code scopes}, and of users also {@code roles} and {@code permissions}.
 * <p>
 * Customers can name roles, and partly permissions, so none of them becomes an authority
 * of another kind: a permission that is called {@code ROLE_admin} is left out.
 */
public final class ScalekitAuthoritiesConverter implements Converter<Jwt, Collection<GrantedAuthority>> {

	/**
	 * Prefix of roles unless there is another one.
	 */
	public static final String ROLE_PREFIX = "ROLE_";

	/**
	 * Prefix of permissions unless there is another one.
	 */
	public static final String PERMISSION_PREFIX = "";

	/**
	 * Prefix of scopes unless there is another one.
	 */
	public static final String SCOPE_PREFIX = "SCOPE_";

	private final String rolePrefix;

	private final String permissionPrefix;

	private final String scopePrefix;

	private final List<String> reservedPrefixes;

	/**
	 * Creates a converter with the default prefixes.
	 */
	public ScalekitAuthoritiesConverter() {
		this(ROLE_PREFIX, PERMISSION_PREFIX, SCOPE_PREFIX);
	}

	/**
	 * Creates a converter.
	 * @param rolePrefix the prefix of roles
	 * @param permissionPrefix the prefix of permissions
	 * @param scopePrefix the prefix of scopes
	 */
	public ScalekitAuthoritiesConverter(String rolePrefix, String permissionPrefix, String scopePrefix) {
		this.rolePrefix = rolePrefix;
		this.permissionPrefix = permissionPrefix;
		this.scopePrefix = scopePrefix;
		this.reservedPrefixes = Stream
			.of(ROLE_PREFIX, SCOPE_PREFIX, "FACTOR_", rolePrefix, permissionPrefix, scopePrefix)
			.filter((prefix) -> !prefix.isEmpty())
			.distinct()
			.toList();
	}

	@Override
	public Collection<GrantedAuthority> convert(Jwt jwt) {
		return convert(jwt.getClaims());
	}

	/**
	 * Converts claims.
	 * @param claims the claims of an access token, or those of an API token under the
	 * same names
	 * @return the authorities
	 */
	public Collection<GrantedAuthority> convert(Map<String, Object> claims) {
		TokenClaims token = new TokenClaims(claims);
		Set<GrantedAuthority> authorities = new LinkedHashSet<>();
		add(token.scopes(), this.scopePrefix, authorities);
		add(token.roles(), this.rolePrefix, authorities);
		add(token.permissions(), this.permissionPrefix, authorities);
		return authorities;
	}

	private void add(List<String> names, String prefix, Set<GrantedAuthority> authorities) {
		names.stream()
			.map((name) -> prefix + name)
			.filter((authority) -> isOfItsKind(authority, prefix))
			.map(SimpleGrantedAuthority::new)
			.forEach(authorities::add);
	}

	private boolean isOfItsKind(String authority, String prefix) {
		return this.reservedPrefixes.stream()
			.noneMatch((reserved) -> authority.startsWith(reserved) && !prefix.startsWith(reserved));
	}

}
