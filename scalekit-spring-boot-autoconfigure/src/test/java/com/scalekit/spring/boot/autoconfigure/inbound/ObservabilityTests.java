package com.scalekit.spring.boot.autoconfigure.inbound;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is measured and logged.
 */
@ExtendWith(OutputCaptureExtension.class)
class ObservabilityTests {

	@ParameterizedTest
	@EnumSource(Stack.class)
	void deliveriesAreTimed(Stack stack) {
		try (InboundApplication application = InboundApplication.start(stack)) {
			application.deliver(InboundApplication.organizationCreated("evt_1"));
			application.deliver(InboundApplication.organizationCreated("evt_1"));
			application.deliver("""
					{"id":"evt_2","type":"moon.landed","occurred_at":"2026-03-01T11:59:59Z","data":{}}""");
			application.http().post(InboundApplication.WEBHOOKS, List.of(InboundApplication.JSON), new byte[0]);
			application.ask(InboundApplication.signup("ann@acme.com"));
			application.ask(InboundApplication.signup("ann@acme.com").replace("PRE_SIGNUP", "PRE_LAUNCH"));
			assertThat(application.bean(InboundApplication.Spans.class).eventIds()).containsExactly("evt_1", "evt_1",
					"evt_2", null);
			MeterRegistry meters = application.bean(MeterRegistry.class);
			assertCount(meters, "scalekit.webhooks", "type", "organization.created", "handled");
			assertCount(meters, "scalekit.webhooks", "type", "organization.created", "duplicate");
			assertCount(meters, "scalekit.webhooks", "type", "unknown", "handled");
			assertCount(meters, "scalekit.webhooks", "type", "unknown", "refused");
			assertCount(meters, "scalekit.interceptors", "trigger", "PRE_SIGNUP", "allowed");
			assertCount(meters, "scalekit.interceptors", "trigger", "unknown", "not_handled");
			Awaitility.await()
				.untilAsserted(() -> assertThat(meters.find("http.server.requests")
					.tag("uri", InboundApplication.WEBHOOKS)
					.tag("status", "200")
					.timer()).satisfies((timer) -> assertThat(timer.count()).isEqualTo(3)));
		}
	}

	private static void assertCount(MeterRegistry meters, String name, String key, String value, String outcome) {
		assertThat(meters.get(name).tag(key, value).tag("outcome", outcome).timer())
			.satisfies((timer) -> assertThat(timer.count()).isEqualTo(1))
			.satisfies((timer) -> assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive());
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void thereIsOneWarningForEachReason(Stack stack, CapturedOutput output) {
		try (InboundApplication application = InboundApplication.start(stack)) {
			byte[] event = InboundApplication.bytes(InboundApplication.organizationCreated("evt_s3cret"));
			List<String> headers = InboundApplication.webhook(InboundApplication.INTERCEPTOR_SECRET, Duration.ZERO,
					event);
			for (int i = 0; i < 3; i++) {
				application.http().post(InboundApplication.WEBHOOKS, headers, event);
				application.http().post(InboundApplication.WEBHOOKS, List.of("Content-Type: text/x-s3cret"), event);
				application.http().get(InboundApplication.WEBHOOKS + "?s3cret");
			}
			assertThat(output.toString().lines().filter((line) -> line.contains(" WARN "))).satisfiesExactlyInAnyOrder(
					(line) -> assertThat(line).endsWith("Webhook refused: no signature matches a configured secret"),
					(line) -> assertThat(line)
						.endsWith("Request to /scalekit/webhooks refused: its content type is not JSON"),
					(line) -> assertThat(line)
						.endsWith("Request to /scalekit/webhooks refused: its method is not POST"));
			assertThat(output).doesNotContain("s3cret", InboundApplication.NEW_SECRET);
		}
	}

}
