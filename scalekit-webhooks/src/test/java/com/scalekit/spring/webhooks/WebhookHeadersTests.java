package com.scalekit.spring.webhooks;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WebhookHeadersTests {

	private static final Map<String, String> HEADERS = Map.of("webhook-id", "msg_1", "webhook-timestamp", "1",
			"webhook-signature", "v1,x", "interceptor-id", "int_1", "interceptor-timestamp", "2",
			"interceptor-signature", "v1,y");

	@Test
	void headersOfWebhooks() {
		assertThat(WebhookHeaders.from(HEADERS::get)).isEqualTo(new WebhookHeaders("msg_1", "1", "v1,x"));
	}

	@Test
	void headersOfInterceptorsAreNeverThoseOfWebhooks() {
		assertThat(WebhookHeaders.from("interceptor", HEADERS::get))
			.isEqualTo(new WebhookHeaders("int_1", "2", "v1,y"));
		assertThat(WebhookHeaders.from("interceptor", (name) -> name.startsWith("webhook") ? "x" : null))
			.isEqualTo(new WebhookHeaders(null, null, null));
	}

	@Test
	void headersOfMessagesHaveNamesInAnyCase() {
		assertThat(WebhookHeaders
			.from(Map.of("Webhook-Id", "msg_1", "WEBHOOK-TIMESTAMP", "1", "webhook-SIGNATURE", "v1,x")))
			.isEqualTo(new WebhookHeaders("msg_1", "1", "v1,x"));
	}

	@Test
	void repeatedHeadersHaveOneValue() {
		Map<String, List<String>> headers = Map.of("webhook-id", List.of("msg_1", "msg_1"), "webhook-timestamp",
				List.of("1", "2"), "webhook-signature", List.of());
		assertThat(WebhookHeaders.fromValues(headers::get)).isEqualTo(new WebhookHeaders("msg_1", null, null));
	}

	@Test
	void prefixOfRepeatedHeaders() {
		assertThat(WebhookHeaders.fromValues("interceptor", (name) -> List.of(name)))
			.isEqualTo(new WebhookHeaders("interceptor-id", "interceptor-timestamp", "interceptor-signature"));
		assertThat(WebhookHeaders.fromValues((name) -> null)).isEqualTo(new WebhookHeaders(null, null, null));
	}

	@Test
	void prefixAndHeadersAreRequired() {
		assertThatIllegalArgumentException().isThrownBy(() -> WebhookHeaders.from("", HEADERS::get));
		assertThatIllegalArgumentException().isThrownBy(() -> WebhookHeaders.from("webhook", null));
		assertThatIllegalArgumentException().isThrownBy(() -> WebhookHeaders.fromValues(null));
	}

	@Test
	void signatureIsNotShown() {
		assertThat(WebhookHeaders.from(HEADERS::get)).hasToString("WebhookHeaders[id=msg_1, timestamp=1]");
	}

}
