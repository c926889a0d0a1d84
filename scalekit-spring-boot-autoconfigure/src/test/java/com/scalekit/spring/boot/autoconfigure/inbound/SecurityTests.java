package com.scalekit.spring.boot.autoconfigure.inbound;

import java.util.Base64;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.config.Customizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However an application is secured, deliveries arrive, and nothing else is opened.
 */
class SecurityTests {

	private static final String CREDENTIALS = "Authorization: Basic "
			+ Base64.getEncoder().encodeToString(InboundApplication.bytes("ann:pw"));

	@ParameterizedTest
	@CsvSource({ "MVC, NONE", "MVC, DEFAULT_CHAIN", "MVC, OWN_CHAIN", "MVC, FIRST_CHAIN", "MVC, HIGHEST_CHAIN",
			"WEBFLUX, NONE", "WEBFLUX, DEFAULT_CHAIN", "WEBFLUX, OWN_CHAIN", "WEBFLUX, FIRST_CHAIN",
			"WEBFLUX, HIGHEST_CHAIN" })
	void deliveriesArriveAndNothingElseIsOpened(Stack stack, Security security) {
		try (InboundApplication application = InboundApplication.start(stack, security)) {
			assertThat(application.deliver(InboundApplication.organizationCreated("evt_1")).status()).isEqualTo(200);
			assertThat(application.events().handled()).hasSize(1);
			assertThat(application.ask(InboundApplication.signup("ann@acme.com")))
				.satisfies((response) -> assertThat(response.status()).isEqualTo(200))
				.satisfies((response) -> assertThat(response.body()).isEqualTo("{\"decision\":\"ALLOW\"}"));
			assertThat(application.beans()).filteredOn((bean) -> bean.startsWith("scalekit"))
				.allSatisfy((bean) -> assertThat(application.bean(bean)).isNotInstanceOfAny(SecurityFilterChain.class,
						SecurityWebFilterChain.class, Customizer.class));
			Http http = application.http();
			assertThat(http.get("/me").status()).isEqualTo(security.isLocked() ? 401 : 200);
			assertThat(http.get("/me", CREDENTIALS).status()).isEqualTo(200);
			assertThat(http.post("/other", List.of(CREDENTIALS), new byte[0]).status()).isIn(guarded(security, 200));
			assertThat(http.post(InboundApplication.WEBHOOKS + "/", List.of(CREDENTIALS), new byte[0]).status())
				.isIn(guarded(security, 404));
		}
	}

	/**
	 * Without a CSRF token. In MVC, the page of the error 403 is locked too.
	 */
	private static Set<Integer> guarded(Security security, int otherwise) {
		return security.isLocked() ? Set.of(401, 403) : Set.of(otherwise);
	}

}
