package com.scalekit.spring.boot.autoconfigure.inbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import com.scalekit.spring.boot.autoconfigure.inbound.Http.Response;
import com.scalekit.spring.webhooks.events.OrganizationEvent;
import com.scalekit.spring.webhooks.events.UnknownEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Good and bad deliveries, over sockets.
 */
@ParameterizedClass
@EnumSource(Stack.class)
@ExtendWith(OutputCaptureExtension.class)
class WebhookHttpTests {

	private static final int LIMIT = 256 * 1024;

	private static final byte[] EVENT = InboundApplication.bytes(InboundApplication.organizationCreated("evt_0"));

	private static InboundApplication application;

	private final String id = "evt_" + UUID.randomUUID();

	@Parameter
	private Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = InboundApplication.start(stack);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@AfterEach
	void handleEventsAgain() {
		application.events().listener((event) -> {
		});
	}

	@Test
	void eventIsPublishedOnceWithTheTypeOfItsRecord() {
		assertHandled(deliver());
		assertHandled(deliver());
		assertThat(handled()).singleElement()
			.isInstanceOfSatisfying(OrganizationEvent.Created.class,
					(event) -> assertThat(event.data().displayName()).isEqualTo("Acme"));
	}

	// Headers

	static Stream<UnaryOperator<List<String>>> badHeaders() {
		return Stream.of((headers) -> without(headers, "webhook-id"),
				(headers) -> without(headers, "webhook-timestamp"), (headers) -> without(headers, "webhook-signature"),
				(headers) -> Http.with(without(headers, "webhook-id"), "Webhook-Id: "),
				(headers) -> Http.with(headers, "Webhook-Id: msg_2"),
				(headers) -> Http.with(headers, "Webhook-Signature: v1,AAAA"),
				(headers) -> Http.with(headers, "Webhook-Timestamp: 1"),
				(headers) -> headers.stream().map((header) -> header.replace("Webhook", "Interceptor")).toList());
	}

	@ParameterizedTest
	@MethodSource("badHeaders")
	void missingBlankOrAmbiguousHeaders(UnaryOperator<List<String>> change) {
		assertRefused(post(change.apply(InboundApplication.webhook(EVENT)), EVENT), "header");
	}

	@Test
	void namesOfHeadersInAnyCaseAndTheSameValueTwice() {
		byte[] body = body();
		List<String> headers = InboundApplication.webhook(body)
			.stream()
			.map((header) -> header.replace("Webhook-Id", "WEBHOOK-id").replace("Webhook-Sig", "webhook-sig"))
			.toList();
		assertHandled(post(Http.with(headers, "Webhook-Id: msg_1"), body));
	}

	@ParameterizedTest
	@ValueSource(strings = { "+1772366400", "-1772366400", "1772 366400", "1772366400.5", "9999999999999",
			"1772366400000", "x" })
	void timestampThatIsNoNumberOfSeconds(String timestamp) {
		assertRefused(post(Http.with(without(InboundApplication.webhook(EVENT), "webhook-timestamp"),
				"Webhook-Timestamp: " + timestamp), EVENT), "timestamp");
	}

	@ParameterizedTest
	@ValueSource(ints = { -298, 298 })
	void timeWithinTheTolerance(int seconds) {
		byte[] body = body();
		assertHandled(post(InboundApplication.webhook(InboundApplication.NEW_SECRET, Duration.ofSeconds(seconds), body),
				body));
	}

	@ParameterizedTest
	@ValueSource(ints = { -302, 303 })
	void timeOutsideTheTolerance(int seconds) {
		assertRefused(
				post(InboundApplication.webhook(InboundApplication.NEW_SECRET, Duration.ofSeconds(seconds), EVENT),
						EVENT),
				"tolerance");
	}

	// Signatures

	@Test
	void oneOfSeveralSignatures() {
		byte[] body = body();
		assertHandled(post(
				signature(body, (signature) -> "v1,%% v1,AAAA v2," + signature.substring(3) + " v1a,AAAA " + signature),
				body));
	}

	@Test
	void tooManySignatures() {
		assertRefused(post(signature(EVENT, (signature) -> "v1,AAAA ".repeat(16) + signature), EVENT), "header");
		assertRefused(post(signature(EVENT, (signature) -> "v1," + "A".repeat(4096) + " " + signature), EVENT),
				"header");
	}

	@Test
	void secondSecret() {
		byte[] body = body();
		assertHandled(post(InboundApplication.webhook(InboundApplication.OLD_SECRET, Duration.ZERO, body), body));
	}

	static Stream<UnaryOperator<String>> badSignatures() {
		return Stream.of((signature) -> "v1,", (signature) -> signature.replace("v1,", "v1"),
				(signature) -> signature.substring(3), (signature) -> "v1," + hex(signature.substring(3)));
	}

	@ParameterizedTest
	@MethodSource("badSignatures")
	void signatureThatDoesNotMatch(UnaryOperator<String> change) {
		assertRefused(post(signature(EVENT, change), EVENT), "signature");
	}

	@Test
	void otherSecret() {
		assertRefused(
				post(InboundApplication.webhook(InboundApplication.INTERCEPTOR_SECRET, Duration.ZERO, EVENT), EVENT),
				"signature");
	}

	@Test
	void changedBody() {
		byte[] changed = EVENT.clone();
		changed[changed.length - 3] ^= 1;
		assertRefused(post(InboundApplication.webhook(EVENT), changed), "signature");
		assertRefused(post(InboundApplication.webhook(EVENT), InboundApplication.bytes(" " + new String(EVENT))),
				"signature");
	}

	// Bodies

	@Test
	void bytesDecideWhateverTheCharset() {
		byte[] body = InboundApplication.bytes("\uFEFF" + InboundApplication.organizationCreated(this.id, "Zoë 東京 😀"));
		assertHandled(post(Http.with(without(InboundApplication.webhook(body), "content-type"),
				"Content-Type: application/json; charset=iso-8859-1"), body));
		assertThat(handled()).singleElement()
			.isInstanceOfSatisfying(OrganizationEvent.Created.class,
					(event) -> assertThat(event.data().displayName()).isEqualTo("Zoë 東京 😀"));
	}

	@Test
	void otherLocale() {
		Locale locale = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG"));
			assertHandled(deliver());
		}
		finally {
			Locale.setDefault(locale);
		}
	}

	@Test
	void largestBody() {
		byte[] body = padded(LIMIT);
		assertHandled(application.deliver(body));
		byte[] chunked = padded(LIMIT);
		assertHandled(application.http()
			.postChunks(InboundApplication.WEBHOOKS, InboundApplication.webhook(chunked), chunked));
	}

	@Test
	void bodyOverTheLimit(CapturedOutput output) {
		byte[] body = padded(LIMIT + 1);
		assertThat(application.deliver(body).status()).isIn(413, Http.CLOSED);
		assertThat(application.http()
			.postChunks(InboundApplication.WEBHOOKS, InboundApplication.webhook(body), body)
			.status()).isIn(413, Http.CLOSED);
		assertThat(handled()).isEmpty();
	}

	@Test
	void bodiesThatDoNotArriveShareABoundedRoom() throws IOException {
		List<Socket> senders = new ArrayList<>();
		byte[] beginning = new byte[250 * 1024];
		int fitting = 16 * 1024 / 250;
		try {
			for (int i = 0; i < fitting + 5; i++) {
				senders.add(application.http()
					.begin(InboundApplication.WEBHOOKS, List.of(InboundApplication.JSON), LIMIT, beginning));
			}
			Awaitility.await().until(() -> senders.stream().filter(WebhookHttpTests::isAnswered).count() >= 5);
			for (Socket sender : senders.stream().filter(WebhookHttpTests::isAnswered).toList()) {
				assertThat(new String(sender.getInputStream().readNBytes(12))).isEqualTo("HTTP/1.1 503");
			}
		}
		finally {
			for (Socket sender : senders) {
				sender.close();
			}
		}
		Awaitility.await().until(() -> deliver().status() == 200);
	}

	private static boolean isAnswered(Socket sender) {
		try {
			return sender.getInputStream().available() > 0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void lengthOverTheLimitIsRefusedBeforeTheBodyIsRead() {
		assertThat(application.http()
			.send("POST", InboundApplication.WEBHOOKS,
					Http.with(InboundApplication.webhook(EVENT), "Content-Length: " + (LIMIT + 1)), new byte[0])
			.status()).isEqualTo(413);
	}

	/**
	 * The answer comes after the first byte over the limit, although the body goes on.
	 */
	@Test
	void bodyOverTheLimitIsRefusedBeforeMoreIsReadAndBeforeItIsHashed() {
		byte[] body = padded(LIMIT + 1);
		List<String> headers = InboundApplication.webhook(body);
		byte[] event = body();
		List<String> eventHeaders = InboundApplication.webhook(event);
		try (HashedBytes hashed = HashedBytes.start()) {
			assertThat(application.http().postBeginning(InboundApplication.WEBHOOKS, headers, body).status())
				.isEqualTo(413);
			assertThat(post(headers, body).status()).isIn(413, Http.CLOSED);
			assertThat(hashed.count()).isZero();
			assertHandled(post(eventHeaders, event));
			assertThat(hashed.count()).isBetween(2L * event.length, 2L * event.length + 100);
		}
	}

	@Test
	void lengthThatIsNotThatOfTheBody() {
		byte[] body = body();
		for (int length : new int[] { body.length - 1, body.length + 1 }) {
			assertThat(application.http()
				.postAndStop(InboundApplication.WEBHOOKS,
						Http.with(InboundApplication.webhook(body), "Content-Length: " + length), body)
				.status()).isIn(400, Http.CLOSED);
		}
		assertThat(handled()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "{}", "\"x\"", "{\"id\":\"evt_1\"}",
			"{\"id\":\"evt_1\",\"id\":\"evt_2\"", "{\"id\":\"evt_1\",\"id\":\"evt_2\",\"type\":\"x\"}" })
	void bodyThatIsNoEvent(String body) {
		assertRefused(application.deliver(body), "body");
	}

	@Test
	void nestedTooDeeply() {
		assertRefused(
				application
					.deliver("{\"id\":\"evt_1\",\"type\":\"x\",\"data\":" + "[".repeat(101) + "]".repeat(101) + "}"),
				"body");
	}

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "br" })
	void encodedBody(String encoding) {
		Response response = post(Http.with(InboundApplication.webhook(EVENT), "Content-Encoding: " + encoding), EVENT);
		assertThat(response.status()).isEqualTo(415);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Type: text/plain", "Content-Type: application/x-www-form-urlencoded",
			"Content-Type: nonsense", "X-Content-Type: none" })
	void bodyThatIsNotJson(String header) {
		List<String> headers = Http.with(without(InboundApplication.webhook(EVENT), "content-type"), header);
		assertThat(post(headers, EVENT).status()).isEqualTo(415);
	}

	@Test
	void structuredSyntax() {
		byte[] body = body();
		assertHandled(post(Http.with(without(InboundApplication.webhook(body), "content-type"),
				"Content-Type: application/cloudevents+json"), body));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "DELETE", "OPTIONS", "PATCH" })
	void otherMethods(String method) {
		Response response = application.http().send(method, InboundApplication.WEBHOOKS, List.of(), new byte[0]);
		assertThat(response.status()).isEqualTo(405);
		assertThat(response.head()).contains("\r\nallow: post");
	}

	// Events

	@Test
	void whatIsNewIsDelivered() {
		assertHandled(application.deliver("""
				{"id":"%s","type":"moon.landed","occurred_at":"2026-03-01T11:59:59.123456789Z","environment_id":"env_1",
				"new":1,"data":{"external_id":"","metadata":null}}""".formatted(this.id)));
		assertThat(handled()).singleElement().isInstanceOf(UnknownEvent.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "{}", "[]", "\"s3cret\"", "{\"id\":{\"s3cret\":1}}" })
	void knownTypeWithoutItsData(String data, CapturedOutput output) {
		Response response = application.deliver("""
				{"id":"%s","type":"organization.created","occurred_at":"2026-03-01T11:59:59Z",\
				"environment_id":"env_1","data":%s}""".formatted(this.id, data));
		assertThat(response.status()).isEqualTo(500);
		assertThat(response.body()).isEmpty();
		assertThat(output).contains("ERROR", this.id).doesNotContain("s3cret");
	}

	@Test
	void parallelDeliveriesOfAnEvent() throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		application.events().listener((event) -> await(release));
		List<Response> responses = new ArrayList<>();
		AtomicInteger answered = new AtomicInteger();
		List<Thread> threads = IntStream.range(0, 8).mapToObj((i) -> new Thread(() -> {
			Response response = deliver();
			synchronized (responses) {
				responses.add(response);
			}
			if (answered.incrementAndGet() == 7) {
				release.countDown();
			}
		})).toList();
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join(20_000);
		}
		assertThat(responses).extracting(Response::status)
			.hasSize(8)
			.containsOnlyOnce(200)
			.allMatch(Set.of(200, 503)::contains);
		assertThat(responses).filteredOn((response) -> response.status() == 503)
			.allSatisfy((response) -> assertThat(response.head()).contains("\r\nretry-after: 5"));
		assertThat(handled()).hasSize(1);
		assertHandled(deliver());
		assertThat(handled()).hasSize(1);
	}

	@Test
	void listenerThatFailsIsCalledAgain(CapturedOutput output) {
		application.events().listener((event) -> {
			throw new IllegalStateException("no seats");
		});
		Response response = deliver();
		assertThat(response.status()).isEqualTo(500);
		assertThat(response.body()).isEmpty();
		assertThat(output.toString().split("no seats", -1)).hasSize(2);
		handleEventsAgain();
		assertHandled(deliver());
		assertThat(handled()).hasSize(1);
	}

	@Test
	void errorOfAListener() {
		application.events().listener((event) -> {
			throw new StackOverflowError("endless");
		});
		Response response = deliver();
		assertThat(response.status()).isEqualTo(500);
		assertThat(response.body()).isEmpty();
		handleEventsAgain();
		assertHandled(deliver());
	}

	@Test
	void listenersMayBlock() {
		AtomicReference<String> thread = new AtomicReference<>();
		application.events().listener((event) -> thread.set(Thread.currentThread().getName()));
		assertHandled(deliver());
		if (this.stack == Stack.WEBFLUX) {
			assertThat(thread.get()).startsWith("scalekit.webhooks-");
		}
	}

	// Paths

	@ParameterizedTest
	@ValueSource(strings = { "/scalekit/webhooks/", "/scalekit//webhooks", "//scalekit/webhooks",
			"/scalekit/webhooks;x=1", "/scalekit;x/webhooks", "/scalekit%2Fwebhooks", "/scalekit/webhook%73",
			"/scalekit/Webhooks", "/scalekit/./webhooks", "/x/../scalekit/webhooks", "/x/scalekit/webhooks" })
	void otherSpellingsOfThePathAreLeftToTheApplication(String path) {
		byte[] body = body();
		assertThat(application.http().post(path, InboundApplication.webhook(body), body).status()).isIn(400, 404);
		assertThat(handled()).isEmpty();
	}

	@Test
	void queryIsIgnored() {
		byte[] body = body();
		assertHandled(
				application.http().post(InboundApplication.WEBHOOKS + "?a=b", InboundApplication.webhook(body), body));
	}

	// Helpers

	private Response deliver() {
		return application.deliver(body());
	}

	private byte[] body() {
		return InboundApplication.bytes(InboundApplication.organizationCreated(this.id));
	}

	private byte[] padded(int size) {
		byte[] body = InboundApplication.bytes(InboundApplication.organizationCreated(this.id + size));
		return InboundApplication.bytes(new String(body) + " ".repeat(size - body.length));
	}

	private Response post(List<String> headers, byte[] body) {
		return application.http().post(InboundApplication.WEBHOOKS, headers, body);
	}

	private List<?> handled() {
		return application.events().handled(this.id);
	}

	private static void assertHandled(Response response) {
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).isEmpty();
	}

	private static void assertRefused(Response response, String detail) {
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.head()).contains("content-type: application/problem+json");
		assertThat(response.body()).startsWith("{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"")
			.contains(detail);
	}

	private static List<String> without(List<String> headers, String name) {
		return headers.stream().filter((header) -> !header.toLowerCase(Locale.ROOT).startsWith(name)).toList();
	}

	private static List<String> signature(byte[] body, UnaryOperator<String> change) {
		String prefix = "Webhook-Signature: ";
		return InboundApplication.webhook(body)
			.stream()
			.map((header) -> header.startsWith(prefix) ? prefix + change.apply(header.substring(prefix.length()))
					: header)
			.toList();
	}

	private static String hex(String base64) {
		return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
