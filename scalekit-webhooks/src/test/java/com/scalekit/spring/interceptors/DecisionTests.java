package com.scalekit.spring.interceptors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Which decisions a request offers.
 */
class DecisionTests {

	private final InterceptorContext context = new InterceptorContext("env_1", null, null, null, null, List.of(), null,
			null, null, null, null, null, null);

	private final PreSignup signup = new PreSignup(this.context, null);

	private final PreSessionCreation session = new PreSessionCreation(this.context,
			new InterceptorUser("usr_1", "", false, null, null, null, null, null, Map.of(), List.of()));

	private final PreMachineToken token = new PreMachineToken(this.context, "m2morg_1", null, List.of(), Map.of());

	@Test
	void decisionTellsNoClaims() {
		Decision decision = this.session.allowWithClaims(Map.of("tier", "gold"));
		assertThat(decision).hasToString("ALLOW");
		assertThat(decision.isAllowed()).isTrue();
		assertThat(decision.getMessage()).isNull();
		assertThat(this.session.deny("No")).hasToString("DENY");
		assertThat(this.session.deny("No").getMessage()).isEqualTo("No");
		assertThat(this.session.deny().isAllowed()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sub", "oid", "permissions", "roles", "iss", "aud", "exp", "scope", "scopes", "sid", "jti",
			"client_id", "xoid", "xuid", "custom_claims" })
	void claimThatBelongsToScalekit(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.session.allowWithClaims(Map.of(name, "x")))
			.withMessageStartingWith("Claim '" + name + "' belongs to Scalekit");
		assertThatIllegalArgumentException().isThrownBy(() -> this.token.allowWithClaims(Map.of(name, "x")))
			.withMessageStartingWith("Claim '" + name + "' belongs to Scalekit");
	}

	@Test
	void claimThatIsNotJson() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.session.allowWithClaims(Map.of("since", List.of(Instant.EPOCH))))
			.withMessage("Claim 'since' is a java.time.Instant. Use a text, a number, a boolean, a list or a map");
		assertThatIllegalArgumentException().isThrownBy(() -> this.session.allowWithClaims(Map.of("rate", Double.NaN)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.session.allowWithClaims(Map.of(" ", 1)));
	}

	@Test
	void claimsAreCopied() {
		List<String> flags = new ArrayList<>(List.of("a"));
		Map<String, Object> claims = new HashMap<>(Map.of("flags", flags));
		claims.put("nothing", null);
		Decision decision = this.session.allowWithClaims(claims);
		flags.add("b");
		claims.clear();
		assertThat(decision.answer().get("response")).asString().contains("flags=[a]").contains("nothing=null");
	}

	@Test
	void machineTokenDecisionIsImmutable() {
		MachineTokenDecision decision = this.token.allow();
		decision.withAudience("x");
		assertThat(decision.answer()).isEqualTo(Map.of("decision", "ALLOW"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a\tb" })
	void scopeThatIsNone(String scope) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.token.allow().withScopes("x", scope));
	}

	@Test
	void noScopes() {
		assertThat(this.token.allow().withScopes().answer().get("response"))
			.isEqualTo(Map.of("claims", Map.of("scope", "")));
	}

	@Test
	void textsAreRequired() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.signup.deny(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> this.signup.allowInto(""));
		assertThatIllegalArgumentException().isThrownBy(() -> this.signup.allowIntoExternal(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> this.signup.allowInto("org_1", "admin", null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.token.allow().withAudience(""));
	}

}
