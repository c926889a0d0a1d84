package com.scalekit.spring.webhooks;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.webhooks.WebhookRefusedException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Which deliveries are accepted.
 */
class WebhookSignatureTests {

	private static final byte[] BODY = Deliveries.bytes("{\"id\":\"evt_1\",\"name\":\"Zoë 🚀\"}");

	private static final String VALID = "v1,"
			+ Deliveries.sign(Deliveries.SECRET, "msg_1", Deliveries.timestamp(), BODY);

	private static final Duration TOLERANCE = Duration.ofMinutes(5);

	private final WebhookSignature signature = Deliveries.signature();

	@Test
	void knownSignature() {
		WebhookSignature known = new WebhookSignature(List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), TOLERANCE,
				Clock.fixed(Instant.ofEpochSecond(1614265330), ZoneOffset.UTC));
		assertThatNoException().isThrownBy(() -> known.verify(
				new WebhookHeaders("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330",
						"v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
				Deliveries.bytes("{\"test\": 2432232314}")));
	}

	@Test
	void signedDelivery() {
		assertAccepted(Deliveries.headers(BODY), BODY);
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "\t", "\n" })
	void missingHeader(@Nullable String header) {
		assertRefused(new WebhookHeaders(header, Deliveries.timestamp(), VALID), BODY, Reason.HEADERS);
		assertRefused(new WebhookHeaders("msg_1", Deliveries.timestamp(), header), BODY, Reason.HEADERS);
		assertRefused(new WebhookHeaders("msg_1", header, VALID), BODY, Reason.HEADERS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "msg 1", "msg_ö", "msg\n1", "msg_1\u007f", "x.1772366400.{\"a\":\"" })
	void identifierThatCouldBePartOfABody(String id) {
		assertRefused(
				new WebhookHeaders(id, Deliveries.timestamp(),
						"v1," + Deliveries.sign(Deliveries.SECRET, id, Deliveries.timestamp(), BODY)),
				BODY, Reason.HEADERS);
	}

	@Test
	void lengthOfIdentifier() {
		assertAccepted(Deliveries.headers("~".repeat(255), BODY), BODY);
		assertRefused(Deliveries.headers("!".repeat(256), BODY), BODY, Reason.HEADERS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "+1772366400", "-1772366400", " 1772366400", "1772366400 ", "1772366400.0", "0x69A42C80",
			"1772366400000", "٢٠٢٦", "１７７２３６６４００", "99999999999999999999", "1e9", "/1", ":1", "now" })
	void timestampThatIsNotANumberOfSeconds(String timestamp) {
		assertRefused(new WebhookHeaders("msg_1", timestamp,
				"v1," + Deliveries.sign(Deliveries.SECRET, "msg_1", timestamp, BODY)), BODY, Reason.TIMESTAMP);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "9", "999999999999" })
	void timestampThatIsFarAway(String timestamp) {
		assertRefused(new WebhookHeaders("msg_1", timestamp,
				"v1," + Deliveries.sign(Deliveries.SECRET, "msg_1", timestamp, BODY)), BODY, Reason.TOLERANCE);
	}

	@ParameterizedTest
	@CsvSource({ "-301, false", "-300, true", "-1, true", "0, true", "300, true", "301, false" })
	void tolerance(long seconds, boolean accepted) {
		String timestamp = String.valueOf(Deliveries.NOW.getEpochSecond() + seconds);
		WebhookHeaders headers = new WebhookHeaders("msg_1", timestamp,
				"v1," + Deliveries.sign(Deliveries.SECRET, "msg_1", timestamp, BODY));
		if (accepted) {
			assertAccepted(headers, BODY);
		}
		else {
			assertRefused(headers, BODY, Reason.TOLERANCE);
		}
	}

	@Test
	void signedTextHasTheTimestampAsItIsWritten() {
		String timestamp = "00" + Deliveries.timestamp();
		assertAccepted(new WebhookHeaders("msg_1", timestamp,
				"v1," + Deliveries.sign(Deliveries.SECRET, "msg_1", timestamp, BODY)), BODY);
		assertRefused(new WebhookHeaders("msg_1", timestamp, VALID), BODY, Reason.SIGNATURE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "v1,!!! ", "v1,AAAA ", "v2,AAAA ", "v1a,AAAA ", "v1, ", "v1 ", "  ", ", ", "v1,ü ",
			"v1,AAAA v1,AAAA v2,x " })
	void otherEntriesBeforeTheValidOne(String others) {
		assertAccepted(new WebhookHeaders("msg_1", Deliveries.timestamp(), others + VALID), BODY);
		assertAccepted(new WebhookHeaders("msg_1", Deliveries.timestamp(), VALID + " " + others), BODY);
	}

	@ParameterizedTest
	@MethodSource
	void signatureThatDoesNotMatch(String entry) {
		assertRefused(new WebhookHeaders("msg_1", Deliveries.timestamp(), entry), BODY, Reason.SIGNATURE);
	}

	static Stream<String> signatureThatDoesNotMatch() {
		String base64 = VALID.substring(3);
		byte[] code = Base64.getDecoder().decode(base64);
		StringBuilder hex = new StringBuilder();
		for (byte b : code) {
			hex.append(String.format(Locale.ROOT, "%02x", b));
		}
		byte[] prefix = Arrays.copyOf(code, 31);
		byte[] longer = Arrays.copyOf(code, 33);
		return Stream.of("v1,", "v1", base64, "v1 " + base64, "v1," + hex, "v2," + base64, "v1a," + base64,
				"V1," + base64, "v1:" + base64, "v1," + base64.substring(0, base64.length() - 4),
				"v1," + Base64.getEncoder().encodeToString(prefix), "v1," + Base64.getEncoder().encodeToString(longer),
				"v1," + Base64.getEncoder().encodeToString(new byte[32]),
				"v1," + Deliveries.sign(Deliveries.secret("another key another key another!"), "msg_1",
						Deliveries.timestamp(), BODY),
				"v1," + Deliveries.sign(Deliveries.SECRET, "msg_2", Deliveries.timestamp(), BODY),
				"v1," + Deliveries.sign(Deliveries.SECRET, "msg_1", "1772366401", BODY));
	}

	@Test
	void bodyThatWasChanged() {
		for (int i = 0; i < BODY.length; i++) {
			byte[] changed = BODY.clone();
			changed[i] ^= 1;
			assertRefused(Deliveries.headers(BODY), changed, Reason.SIGNATURE);
		}
		assertRefused(Deliveries.headers(BODY), Arrays.copyOf(BODY, BODY.length - 1), Reason.SIGNATURE);
		assertRefused(Deliveries.headers(BODY), Arrays.copyOf(BODY, BODY.length + 1), Reason.SIGNATURE);
		assertRefused(Deliveries.headers(Deliveries.bytes("{\"a\":1}")), Deliveries.bytes("{\"a\": 1}"),
				Reason.SIGNATURE);
	}

	@Test
	void emptyBodyMayBeSigned() {
		assertAccepted(Deliveries.headers(new byte[0]), new byte[0]);
	}

	@Test
	void numberOfSignatures() {
		assertAccepted(new WebhookHeaders("msg_1", Deliveries.timestamp(), "v2,x ".repeat(15) + VALID), BODY);
		assertRefused(new WebhookHeaders("msg_1", Deliveries.timestamp(), "v2,x ".repeat(16) + VALID), BODY,
				Reason.HEADERS);
	}

	@Test
	void lengthOfHeaders() {
		assertAccepted(new WebhookHeaders("msg_1", Deliveries.timestamp(), VALID + " ".repeat(4096 - VALID.length())),
				BODY);
		assertRefused(new WebhookHeaders("msg_1", Deliveries.timestamp(), VALID + " ".repeat(4097 - VALID.length())),
				BODY, Reason.HEADERS);
	}

	@Test
	void severalSecrets() {
		String old = Deliveries.secret("old old old old old old old old!");
		WebhookSignature rotated = new WebhookSignature(List.of(Deliveries.SECRET, old), TOLERANCE, Deliveries.CLOCK);
		for (String secret : List.of(Deliveries.SECRET, old)) {
			assertThatNoException().isThrownBy(() -> rotated.verify(new WebhookHeaders("msg_1", Deliveries.timestamp(),
					"v1," + Deliveries.sign(secret, "msg_1", Deliveries.timestamp(), BODY)), BODY));
		}
		assertRefused(new WebhookHeaders("msg_1", Deliveries.timestamp(),
				"v1," + Deliveries.sign(old, "msg_1", Deliveries.timestamp(), BODY)), BODY, Reason.SIGNATURE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "whsec_", "test_", "a_", "_" })
	void prefixOfSecretEndsAtItsFirstUnderscore(String prefix) {
		String secret = Deliveries.SECRET.replace("whsec_", prefix);
		assertThatNoException().isThrownBy(() -> new WebhookSignature(List.of(secret), TOLERANCE, Deliveries.CLOCK)
			.verify(Deliveries.headers(BODY), BODY));
	}

	@ParameterizedTest
	@CsvSource({ "whsecAAAA, has no prefix", "whsec_AA!A, is not Base64", "whsec_AAAA_AAAA, is not Base64",
			"whsec_, has nothing after its prefix", "' ', is blank", "'', is blank", "'whsec_QUJD ', is not Base64",
			"whsec_A, is not Base64" })
	void secretThatCannotBeRight(String secret, String reason) {
		assertThatExceptionOfType(InvalidSecretException.class).isThrownBy(() -> new WebhookSignature(List.of(secret)))
			.withMessageStartingWith("Signing secret " + reason)
			.withMessageNotContaining("AA")
			.withMessageNotContaining("QUJD")
			.satisfies((ex) -> assertThat(ex.getReason()).startsWith(reason));
	}

	@Test
	void secretThatCannotBeRightAmongOthers() {
		assertThatExceptionOfType(InvalidSecretException.class)
			.isThrownBy(() -> new WebhookSignature(List.of(Deliveries.SECRET, " ")))
			.withMessageStartingWith("Signing secret 2 of 2 is blank");
		assertThatExceptionOfType(InvalidSecretException.class)
			.isThrownBy(() -> new WebhookSignature(Collections.singletonList(null)))
			.withMessageStartingWith("Signing secret is blank");
		assertThatExceptionOfType(InvalidSecretException.class).isThrownBy(() -> new WebhookSignature(List.of()))
			.withMessageStartingWith("Signing secret is missing");
	}

	@Test
	void shortSecretIsWarnedOf() {
		try (CapturedLog log = CapturedLog.start()) {
			new WebhookSignature(List.of(Deliveries.secret("a".repeat(24))));
			assertThat(log.entries()).isEmpty();
			new WebhookSignature(List.of(Deliveries.SECRET, Deliveries.secret("a".repeat(23))));
			assertThat(log.entries()).singleElement()
				.asString()
				.startsWith("WARN Signing secret 2 of 2 is only 23 bytes long");
		}
	}

	@Test
	void toleranceIsNotNegative() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> new WebhookSignature(List.of(Deliveries.SECRET), Duration.ofSeconds(-1), Deliveries.CLOCK));
		assertThatNoException()
			.isThrownBy(() -> new WebhookSignature(List.of(Deliveries.SECRET), Duration.ZERO, Deliveries.CLOCK)
				.verify(Deliveries.headers(BODY), BODY));
	}

	@Test
	void argumentsAreRequired() {
		WebhookHeaders headers = Deliveries.headers(BODY);
		assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSignature(null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new WebhookSignature(List.of(Deliveries.SECRET), null, Deliveries.CLOCK));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new WebhookSignature(List.of(Deliveries.SECRET), TOLERANCE, null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.signature.verify(null, BODY));
		assertThatIllegalArgumentException().isThrownBy(() -> this.signature.verify(headers, null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.signature.sign("msg_1", null));
	}

	@Test
	void presentIsThatOfTheSystem() {
		WebhookSignature now = new WebhookSignature(List.of(Deliveries.SECRET));
		assertThatNoException().isThrownBy(() -> now.verify(now.sign("msg_1", BODY), BODY));
		assertRefused(now, Deliveries.headers(BODY), BODY, Reason.TOLERANCE);
	}

	@Test
	void ownSignatureIsThatOfScalekit() {
		assertThat(this.signature.sign("msg_1", BODY)).isEqualTo(Deliveries.headers(BODY));
		assertThatExceptionOfType(WebhookRefusedException.class).isThrownBy(() -> this.signature.sign("a b", BODY));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva", "th-TH-u-nu-thai" })
	void localeDoesNotMatter(String locale) {
		Locale defaultLocale = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag(locale));
		try {
			assertThat(this.signature.sign("msg_1", BODY)).isEqualTo(Deliveries.headers(BODY));
			assertAccepted(Deliveries.headers(BODY), BODY);
		}
		finally {
			Locale.setDefault(defaultLocale);
		}
	}

	@Test
	void signatureOfAnotherImplementationIsAccepted() throws Exception {
		Webhook other = new Webhook(Deliveries.SECRET);
		long timestamp = Instant.now().getEpochSecond();
		String body = new String(BODY, StandardCharsets.UTF_8);
		String signed = other.sign("msg_1", timestamp, body);
		assertThatNoException().isThrownBy(() -> new WebhookSignature(List.of(Deliveries.SECRET))
			.verify(new WebhookHeaders("msg_1", String.valueOf(timestamp), signed), BODY));
	}

	@Test
	void ownSignatureIsAcceptedByAnotherImplementation() throws WebhookVerificationException {
		WebhookHeaders headers = new WebhookSignature(List.of(Deliveries.SECRET)).sign("msg_1", BODY);
		HttpHeaders httpHeaders = HttpHeaders.of(Map.of("webhook-id", List.of(headers.id()), "webhook-timestamp",
				List.of(headers.timestamp()), "webhook-signature", List.of(headers.signature())),
				(name, value) -> true);
		new Webhook(Deliveries.SECRET).verify(new String(BODY, StandardCharsets.UTF_8), httpHeaders);
	}

	@Test
	void nothingUnsignedIsEverAccepted() {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		for (int i = 0; i < 100_000; i++) {
			byte[] body = mutate(random, BODY);
			String id = mutate(random, "msg_1");
			String timestamp = mutate(random, Deliveries.timestamp());
			String header = mutate(random, VALID);
			if (!Arrays.equals(body, BODY) || !id.equals("msg_1") || !timestamp.equals(Deliveries.timestamp())) {
				WebhookHeaders headers = new WebhookHeaders(id, timestamp, header);
				assertThatExceptionOfType(WebhookRefusedException.class).as("seed %s, %s, %s", seed, headers, header)
					.isThrownBy(() -> this.signature.verify(headers, body));
			}
		}
	}

	private static String mutate(Random random, String text) {
		return new String(mutate(random, text.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
	}

	private static byte[] mutate(Random random, byte[] bytes) {
		byte[] changed = bytes.clone();
		return switch (random.nextInt(6)) {
			case 0 -> {
				changed[random.nextInt(changed.length)] = (byte) random.nextInt();
				yield changed;
			}
			case 1 -> Arrays.copyOf(changed, random.nextInt(changed.length * 2));
			case 2 -> {
				byte[] noise = new byte[random.nextInt(100)];
				random.nextBytes(noise);
				yield noise;
			}
			case 3 -> Arrays.copyOfRange(changed, random.nextInt(changed.length), changed.length);
			default -> changed;
		};
	}

	private void assertAccepted(WebhookHeaders headers, byte[] body) {
		assertThatNoException().isThrownBy(() -> this.signature.verify(headers, body));
	}

	private void assertRefused(WebhookHeaders headers, byte[] body, Reason reason) {
		assertRefused(this.signature, headers, body, reason);
	}

	private static void assertRefused(WebhookSignature signature, WebhookHeaders headers, byte[] body, Reason reason) {
		assertThatExceptionOfType(WebhookRefusedException.class).isThrownBy(() -> signature.verify(headers, body))
			.withMessage(reason.description())
			.extracting(WebhookRefusedException::getReason)
			.isEqualTo(reason);
	}

}
