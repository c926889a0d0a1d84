package com.scalekit.spring.client.organizations;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.organizations.SessionPolicy.Source;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A session policy is read without guessing, and only what is known is sent.
 */
class SessionPolicyTests {

	private static final String PATH = "/api/v1/organizations/org_1/session-policy";

	private final TestApi api = new TestApi();

	private final ScalekitClients scalekit = this.api.clients().build();

	private final OrganizationsClient organizations = this.scalekit.create(OrganizationsClient.class);

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@ParameterizedTest
	@CsvSource({ "90, MINUTES, PT90M", "90, minutes, PT90M", "90,, PT90M", "2, HOURS, PT2H", "2, DAYS, PT48H",
			"2, WEEKS, PT336H" })
	void timeoutIsReadInItsUnit(long amount, String unit, Duration timeout) {
		assertThat(read(policy(amount, unit)).absoluteTimeout()).isEqualTo(timeout);
		assertThat(read(policy(amount, unit)).idleTimeout()).isEqualTo(timeout);
	}

	@ParameterizedTest
	@ValueSource(strings = { "MONTHS", "FORTNIGHTS", "SESSION_TIME_UNIT_UNSPECIFIED", "", "7" })
	void timeoutInAnUnknownUnitIsUnknown(String unit) {
		assertThat(read(policy(2, unit)).absoluteTimeout()).isNull();
		assertThat(read(policy(2, unit)).idleTimeout()).isNull();
		assertThat(read(policy(2, unit)).source()).isEqualTo(Source.CUSTOM);
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, -1 })
	void timeoutThatIsNotPositiveIsNone(long amount) {
		assertThat(read(policy(amount, "MINUTES")).absoluteTimeout()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"policy_source\":null}", "{\"policy_source\":\"\"}", "{\"policy_source\":1}",
			"{\"policy_source\":\"SESSION_POLICY_TYPE_UNSPECIFIED\"}", "{\"policy_source\":\"INHERITED\"}" })
	void sourceIsUnknownIfItIsNotToldOrNew(String policy) {
		assertThat(read(policy).source()).isEqualTo(Source.UNKNOWN);
	}

	@Test
	void whatIsUnknownIsNotSent() {
		SessionPolicy policy = read("""
				{"policy_source":"INHERITED","absolute_session_timeout":2,"absolute_session_timeout_unit":"MONTHS",
				"idle_session_timeout":1,"idle_session_timeout_unit":"HOURS","unheard_of":true}""");
		this.organizations.updateSessionPolicy("org_1", policy);
		this.api.verify(1, patchRequestedFor(urlPathEqualTo(PATH)).withRequestBody(equalToJson("""
				{"idle_session_timeout":60,"idle_session_timeout_unit":"MINUTES"}""")));
	}

	@Test
	void whatWasReadCanBeChangedAndSent() {
		SessionPolicy policy = read(policy(2, "HOURS")).withAbsoluteTimeout(Duration.ofDays(1)).withoutIdleTimeout();
		this.organizations.updateSessionPolicy("org_1", policy);
		this.api.verify(1, patchRequestedFor(urlPathEqualTo(PATH)).withRequestBody(equalToJson("""
				{"policy_source":"CUSTOM","absolute_session_timeout":1440,"absolute_session_timeout_unit":"MINUTES",
				"idle_session_timeout_enabled":false}""")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1M", "PT90S", "PT1M0.5S" })
	void timeoutIsAPositiveNumberOfWholeMinutes(Duration timeout) {
		assertThatIllegalArgumentException().isThrownBy(() -> SessionPolicy.custom().withAbsoluteTimeout(timeout))
			.withMessage("'absolute_session_timeout' must be a positive number of whole minutes");
		assertThatIllegalArgumentException().isThrownBy(() -> SessionPolicy.custom().withIdleTimeout(timeout))
			.withMessage("'idle_session_timeout' must be a positive number of whole minutes");
	}

	private SessionPolicy read(String policy) {
		this.api.stub(any(urlPathEqualTo(PATH)).willReturn(okJson("{\"policy\":" + policy + "}")));
		return this.organizations.getSessionPolicy("org_1");
	}

	private static String policy(long amount, String unit) {
		String timeouts = "\"absolute_session_timeout\":%1$d,\"idle_session_timeout\":%1$d".formatted(amount);
		String units = (unit != null)
				? ",\"absolute_session_timeout_unit\":\"%1$s\",\"idle_session_timeout_unit\":\"%1$s\"".formatted(unit)
				: "";
		return "{\"policy_source\":\"CUSTOM\",\"idle_session_timeout_enabled\":true,%s%s}".formatted(timeouts, units);
	}

}
