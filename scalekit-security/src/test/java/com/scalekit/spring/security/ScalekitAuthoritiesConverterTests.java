package com.scalekit.spring.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.security.core.GrantedAuthority;

import static org.assertj.core.api.Assertions.assertThat;

class ScalekitAuthoritiesConverterTests {

	private final ScalekitAuthoritiesConverter converter = new ScalekitAuthoritiesConverter();

	@Test
	void scopesRolesAndPermissions() {
		assertThat(convert(Map.of("scope", "openid  email", "scopes", List.of("read"), "roles", List.of("admin"),
				"permissions", List.of("projects:read"))))
			.containsExactly("SCOPE_openid", "SCOPE_email", "SCOPE_read", "ROLE_admin", "projects:read");
	}

	@Test
	void nothing() {
		assertThat(convert(Map.of())).isEmpty();
	}

	@Test
	void customClaimsOfProgramsAreNoRoles() {
		assertThat(convert(Map.of("sub", "m2morg_1", "client_id", "m2morg_1", "scopes", List.of("read"), "roles",
				List.of("admin"), "permissions", List.of("projects:read"))))
			.containsExactly("SCOPE_read");
		assertThat(convert(Map.of("sub", "apit_1", "token_id", "apit_1", "roles", List.of("admin")))).isEmpty();
		assertThat(
				convert(Map.of("sub", "usr_1", "client_id", "skc_1", "token_id", "apit_1", "roles", List.of("admin"))))
			.containsExactly("ROLE_admin");
	}

	@Test
	void whatIsNoNameIsLeftOut() {
		List<Object> entries = new ArrayList<>(Arrays.asList("admin", null, 7, List.of("nested"), Map.of(), "", " ",
				"a\nb", "x".repeat(257), "admin"));
		assertThat(convert(Map.of("roles", entries))).containsExactly("ROLE_admin");
		assertThat(convert(Map.of("roles", "admin", "permissions", 7, "scopes", "a b", "scope", List.of("c", 7))))
			.containsExactly("SCOPE_c", "SCOPE_a", "SCOPE_b", "ROLE_admin");
		assertThat(convert(Map.of("roles", List.of("x".repeat(256))))).containsExactly("ROLE_" + "x".repeat(256));
	}

	@Test
	void listsAreBounded() {
		List<String> names = IntStream.range(0, 1000).mapToObj((number) -> "r" + number).toList();
		assertThat(convert(Map.of("roles", names))).hasSize(256).startsWith("ROLE_r0").endsWith("ROLE_r255");
	}

	@Test
	void permissionsBecomeNothingElse() {
		assertThat(
				convert(Map.of("permissions", List.of("ROLE_admin", "SCOPE_read", "FACTOR_PASSWORD", "ROLE", "role_a"),
						"roles", List.of("ROLE_admin"))))
			.containsExactly("ROLE_ROLE_admin", "ROLE", "role_a");
	}

	@Test
	void otherPrefixes() {
		ScalekitAuthoritiesConverter other = new ScalekitAuthoritiesConverter("", "perm:", "");
		assertThat(other
			.convert(Map.of("roles", List.of("admin", "perm:read", "ROLE_x", "FACTOR_x"), "permissions",
					List.of("read", "ROLE_x"), "scope", "openid perm:read"))
			.stream()
			.map(GrantedAuthority::getAuthority)).containsExactly("openid", "admin", "perm:read", "perm:ROLE_x");
	}

	@Test
	void partOfAPrefixCannotBeCompleted() {
		ScalekitAuthoritiesConverter other = new ScalekitAuthoritiesConverter("ROLE_", "RO", "SCOPE_");
		assertThat(other.convert(Map.of("permissions", List.of("LE_admin", "write")))
			.stream()
			.map(GrantedAuthority::getAuthority)).containsExactly("ROwrite");
	}

	private List<String> convert(Map<String, Object> claims) {
		return this.converter.convert(claims).stream().map(GrantedAuthority::getAuthority).toList();
	}

}
