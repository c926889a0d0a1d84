package com.scalekit.spring.client.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.client.reactive.ClientHttpConnector;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What happens when there is no proper connection to Scalekit. A {@code GET} is sent
 * again; a {@code POST} only if it provably was not sent.
 */
class TransportFaultTests {

	private static final Duration SHORT = Duration.ofMillis(300);

	private static final byte[] HANDSHAKE_FAILURE = { 21, 3, 3, 0, 2, 2, 40 };

	private static final Duration MUCH_SHORTER_THAN_THE_ANSWER = Duration.ofSeconds(8);

	private static Certificates certificates;

	private final TestApi api = new TestApi();

	@BeforeAll
	static void generateCertificates(@TempDir Path directory) throws IOException, GeneralSecurityException {
		certificates = new Certificates(directory);
	}

	@AfterEach
	void close() {
		this.api.close();
	}

	static Stream<Arguments> brokenResponses() {
		return Arrays.stream(Connector.values())
			.flatMap((connector) -> Arrays.stream(com.github.tomakehurst.wiremock.http.Fault.values())
				.map((fault) -> Arguments.of(connector, fault)));
	}

	@ParameterizedTest
	@MethodSource("brokenResponses")
	@Fault(36)
	void brokenResponseToAGetIsAskedForAgain(Connector connector, com.github.tomakehurst.wiremock.http.Fault fault) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).inScenario("outage")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(aResponse().withFault(fault))
			.willSetStateTo("over"));
		this.api.stub(any(urlPathMatching("/api/v1/.*")).inScenario("outage")
			.whenScenarioStateIs("over")
			.willReturn(okJson(RawServer.ORGANIZATION)));
		try (ScalekitClients scalekit = connector.configure(this.api.clients()).build()) {
			assertThat(scalekit.create(OrganizationsClient.class).get("org_1").id()).isEqualTo("org_1");
		}
		assertThat(calls()).isEqualTo(2);
	}

	@ParameterizedTest
	@MethodSource("brokenResponses")
	@Fault(36)
	void brokenResponsesToAGetEndAfterThreeAttempts(Connector connector,
			com.github.tomakehurst.wiremock.http.Fault fault) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(aResponse().withFault(fault)));
		ScalekitTransportException failure = failureOfGet(connector.configure(this.api.clients()));
		// the JDK's client itself sends a GET once more if its connection ends unanswered
		assertThat(calls()).isBetween(3, (connector == Connector.JDK) ? 6 : 3);
		assertThat(failure.getAttempts()).isEqualTo(3);
		assertThat(failure.getElapsed()).isPositive();
		assertThat(failure).hasMessageContaining("(3 attempts, ").hasMessageNotContaining("200 OK");
	}

	@ParameterizedTest
	@MethodSource("brokenResponses")
	@Fault(36)
	void brokenResponseToAPostLeavesItsOutcomeUnknown(Connector connector,
			com.github.tomakehurst.wiremock.http.Fault fault) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(aResponse().withFault(fault)));
		ScalekitTransportException failure = failureOfPost(connector.configure(this.api.clients()));
		assertThat(calls()).isEqualTo(1);
		assertThat(failure.isPossiblyExecuted()).isTrue();
		assertThat(failure).hasMessageContaining("(1 attempt, ")
			.hasMessageEndingWith("; the server may have executed the call)");
	}

	@ParameterizedTest
	@EnumSource
	@Fault(37)
	void answerThatTakesTooLongIsATimeoutWithAMessage(Connector connector) {
		this.api
			.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson(RawServer.ORGANIZATION).withFixedDelay(3000)));
		ScalekitClients.Builder clients = this.api.clients().clientConnector(connector.create(SHORT, systemTls()));
		ScalekitTransportException ofGet = failureOfGet(clients);
		assertThat(ofGet.getAttempts()).isEqualTo(3);
		assertThat(ofGet).hasMessageContaining("no response within the read timeout");
		ScalekitTransportException ofPost = failureOfPost(clients);
		assertThat(ofPost.getAttempts()).isEqualTo(1);
		assertThat(ofPost).hasMessageContaining("no response within the read timeout")
			.hasMessageContaining("the server may have executed the call");
		assertThat(calls()).isEqualTo(4);
	}

	@ParameterizedTest
	@EnumSource
	@Fault(38)
	void bodyThatDribblesEndsAtTheDeadline(Connector connector) throws IOException {
		assertEndsAtTheDeadline(connector, (number, connection) -> {
			connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
			connection.dribble("1\r\n \r\n".repeat(100), 30);
		});
	}

	@ParameterizedTest
	@EnumSource
	@Fault(38)
	void headersThatDribbleEndAtTheDeadline(Connector connector) throws IOException {
		assertEndsAtTheDeadline(connector,
				(number, connection) -> connection.dribble("HTTP/1.1 200 OK\r\nX-Padding: " + "x".repeat(500), 30));
	}

	private static void assertEndsAtTheDeadline(Connector connector, RawServer.Answer answer) throws IOException {
		Duration deadline = Duration.ofMillis(800);
		try (RawServer server = RawServer.start((number, connection) -> {
			if (number == 1) {
				connection.send(RawServer.response("200 OK", RawServer.ORGANIZATION));
			}
			else {
				answer.send(number, connection);
			}
		}); ScalekitClients scalekit = connector.configure(server.clients()).requestTimeout(deadline).build()) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			organizations.get("org_1");
			ScalekitTransportException failure = catchThrowableOfType(ScalekitTransportException.class,
					() -> organizations.get("org_1"));
			assertThat(failure.getElapsed()).isBetween(deadline, MUCH_SHORTER_THAN_THE_ANSWER);
			assertThat(failure).hasMessageContaining("no complete response within the request timeout of 800 ms");
			assertThat(failure.isPossiblyExecuted()).isTrue();
			assertThat(failure.getAttempts()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@EnumSource
	@Fault(39)
	void pooledConnectionThatWasClosedIsReplaced(Connector connector) throws IOException {
		try (RawServer server = RawServer.start((number, connection) -> {
			connection.send(RawServer.response("200 OK", RawServer.ORGANIZATION));
			connection.finish();
		}); ScalekitClients scalekit = connector.configure(server.clients()).build()) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			organizations.get("org_1");
			assertThat(organizations.get("org_1").id()).isEqualTo("org_1");
			assertThat(organizations.create(CreateOrganization.named("Acme")).id()).isEqualTo("org_1");
			assertThat(server.requests()).hasSize(3);
		}
	}

	@ParameterizedTest
	@EnumSource
	@Fault(39)
	void getSurvivesAPooledConnectionThatIsClosedOnReceipt(Connector connector) throws IOException {
		try (RawServer server = RawServer.start(TransportFaultTests::closeOnSecondRequest);
				ScalekitClients scalekit = connector.configure(server.clients()).build()) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			organizations.get("org_1");
			assertThat(organizations.get("org_1").id()).isEqualTo("org_1");
			assertThat(server.requests()).hasSize(3);
		}
	}

	@ParameterizedTest
	@EnumSource
	@Fault(39)
	void postIsNotRepeatedWhenAPooledConnectionIsClosedOnReceipt(Connector connector) throws IOException {
		try (RawServer server = RawServer.start(TransportFaultTests::closeOnSecondRequest);
				ScalekitClients scalekit = connector.configure(server.clients()).build()) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			organizations.get("org_1");
			ScalekitTransportException failure = catchThrowableOfType(ScalekitTransportException.class,
					() -> organizations.create(CreateOrganization.named("Acme")));
			assertThat(failure.isPossiblyExecuted()).isTrue();
			assertThat(failure.getAttempts()).isEqualTo(1);
			assertThat(server.requests()).hasSize(2);
		}
	}

	private static void closeOnSecondRequest(int number, RawServer.Connection connection) throws IOException {
		if (number == 2) {
			connection.close();
		}
		else {
			connection.send(RawServer.response("200 OK", RawServer.ORGANIZATION));
		}
	}

	@ParameterizedTest
	@EnumSource
	@Fault(40)
	void refusedConnectionIsTriedAgainWhateverTheMethod(Connector connector) throws IOException {
		String nobody;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
			nobody = "http://localhost:" + socket.getLocalPort();
		}
		assertIsTriedThreeTimes(connector, nobody);
	}

	@ParameterizedTest
	@EnumSource
	@Fault(40)
	void unknownHostIsTriedAgainWhateverTheMethod(Connector connector) throws IOException {
		try (EmptyNameServer nameServer = EmptyNameServer.start()) {
			assertIsTriedThreeTimes(Connector.diverted(
					(connector == Connector.JDK) ? connector.create(SHORT, systemTls()) : nameServer.connector(),
					"http://scalekit.invalid:80"));
		}
	}

	@ParameterizedTest
	@EnumSource
	@Fault(40)
	void hostThatDoesNotReactIsTriedAgainWhateverTheMethod(Connector connector) throws IOException {
		List<Socket> queue = new ArrayList<>();
		try (ServerSocket blackhole = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
			fill(queue, new InetSocketAddress("localhost", blackhole.getLocalPort()));
			assertIsTriedThreeTimes(connector, "http://localhost:" + blackhole.getLocalPort());
		}
		finally {
			for (Socket socket : queue) {
				socket.close();
			}
		}
	}

	private static void fill(List<Socket> queue, InetSocketAddress address) throws IOException {
		try {
			while (true) {
				Socket socket = new Socket();
				queue.add(socket);
				socket.connect(address, 300);
			}
		}
		catch (SocketTimeoutException ex) {
			// the queue is full
		}
	}

	private void assertIsTriedThreeTimes(Connector connector, String target) {
		assertIsTriedThreeTimes(connector.create(SHORT, systemTls()), target);
	}

	private void assertIsTriedThreeTimes(ClientHttpConnector connector, String target) {
		assertIsTriedThreeTimes(Connector.diverted(connector, target));
	}

	private void assertIsTriedThreeTimes(ClientHttpConnector connector) {
		ScalekitClients.Builder clients = this.api.clients().clientConnector(connector);
		for (ScalekitTransportException failure : List.of(failureOfGet(clients), failureOfPost(clients))) {
			assertThat(failure.getAttempts()).isEqualTo(3);
			assertThat(failure.isPossiblyExecuted()).isFalse();
			assertThat(failure.isRetryable()).isTrue();
			assertThat(failure).hasMessageNotContaining("null");
		}
	}

	@ParameterizedTest
	@EnumSource
	@Fault(40)
	void tlsHandshakeThatIsNeverAnsweredIsTriedAgainWhateverTheMethod(Connector connector) throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("localhost"))) {
			assertIsTriedThreeTimes(connector, "https://localhost:" + silent.getLocalPort());
		}
	}

	static Stream<Arguments> brokenHandshakes() {
		return Arrays.stream(Connector.values())
			.flatMap((connector) -> Stream
				.of(Arguments.of(connector, Named.<RawServer.Handshake>of("closed at once", Socket::close)), Arguments
					.of(connector, Named.<RawServer.Handshake>of("closed after the first message", (socket) -> {
						socket.getInputStream().readNBytes(100);
						socket.shutdownOutput();
						socket.getInputStream().transferTo(OutputStream.nullOutputStream());
					})), Arguments.of(connector, Named.<RawServer.Handshake>of("reset", (socket) -> {
						socket.getInputStream().readNBytes(100);
						socket.setSoLinger(true, 0);
						socket.close();
					}))));
	}

	@ParameterizedTest
	@MethodSource("brokenHandshakes")
	@Fault(40)
	void tlsHandshakeThatIsCutShortIsTriedAgainWhateverTheMethod(Connector connector, RawServer.Handshake handshake)
			throws IOException {
		AtomicInteger handshakes = new AtomicInteger();
		try (RawServer server = RawServer.startHandshakes((socket) -> {
			handshakes.incrementAndGet();
			handshake.answer(socket);
		})) {
			assertIsTriedThreeTimes(connector.create(Duration.ofSeconds(5), systemTls()), server.url());
		}
		assertThat(handshakes).hasValueGreaterThanOrEqualTo(6);
	}

	@ParameterizedTest
	@EnumSource
	@Fault(40)
	void alertOfTheServerIsNotTriedAgain(Connector connector) throws IOException {
		AtomicInteger handshakes = new AtomicInteger();
		try (RawServer server = RawServer.startHandshakes((socket) -> {
			handshakes.incrementAndGet();
			socket.getInputStream().readNBytes(100);
			socket.getOutputStream().write(HANDSHAKE_FAILURE);
			socket.getInputStream().transferTo(OutputStream.nullOutputStream());
		})) {
			ScalekitTransportException failure = failureOfPost(this.api.clients()
				.clientConnector(
						Connector.diverted(connector.create(Duration.ofSeconds(5), systemTls()), server.url())));
			assertThat(failure).hasMessageContaining("Received fatal alert: handshake_failure");
			assertThat(failure.getAttempts()).isEqualTo(1);
			assertThat(failure.isPossiblyExecuted()).isFalse();
			assertThat(failure.isRetryable()).isFalse();
		}
		assertThat(handshakes).hasValue(1);
	}

	@ParameterizedTest
	@EnumSource
	@Fault(40)
	void goodCertificateIsTrusted(Connector connector) throws IOException, GeneralSecurityException {
		try (RawServer server = RawServer.startTls(certificates.server("good"),
				(number, connection) -> connection.send(RawServer.response("200 OK", RawServer.ORGANIZATION)));
				ScalekitClients scalekit = clientsOf(connector, server).build()) {
			assertThat(scalekit.create(OrganizationsClient.class).get("org_1").id()).isEqualTo("org_1");
		}
	}

	static Stream<Arguments> badCertificates() {
		return Arrays.stream(Connector.values())
			.flatMap((connector) -> Stream.of("expired", "wrong-host", "self-signed")
				.map((certificate) -> Arguments.of(connector, certificate)));
	}

	@ParameterizedTest
	@MethodSource("badCertificates")
	@Fault(40)
	void badCertificateIsNotTriedAgain(Connector connector, String certificate)
			throws IOException, GeneralSecurityException {
		try (RawServer server = RawServer.startTls(certificates.server(certificate),
				(number, connection) -> connection.send(RawServer.response("200 OK", RawServer.ORGANIZATION)))) {
			for (ScalekitTransportException failure : List.of(failureOfGet(clientsOf(connector, server)),
					failureOfPost(clientsOf(connector, server)))) {
				assertThat(failure).hasCauseInstanceOf(SSLException.class);
				assertThat(failure.getAttempts()).isEqualTo(1);
				assertThat(failure.isPossiblyExecuted()).isFalse();
				assertThat(failure.isRetryable()).isFalse();
			}
			assertThat(server.requests()).isEmpty();
		}
	}

	private ScalekitClients.Builder clientsOf(Connector connector, RawServer server)
			throws IOException, GeneralSecurityException {
		ClientHttpConnector trusting = connector.create(Duration.ofSeconds(5), certificates.client());
		return this.api.clients().clientConnector(Connector.diverted(trusting, server.url()));
	}

	private static SSLContext systemTls() {
		try {
			return SSLContext.getDefault();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ScalekitTransportException failureOfGet(ScalekitClients.Builder clients) {
		return failure(clients, (organizations) -> organizations.get("org_1"));
	}

	private static ScalekitTransportException failureOfPost(ScalekitClients.Builder clients) {
		return failure(clients, (organizations) -> organizations.create(CreateOrganization.named("Acme")));
	}

	private static ScalekitTransportException failure(ScalekitClients.Builder clients,
			Consumer<OrganizationsClient> call) {
		try (ScalekitClients scalekit = clients.build()) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			ScalekitTransportException failure = catchThrowableOfType(ScalekitTransportException.class,
					() -> call.accept(organizations));
			assertThat(failure).isNotNull();
			return failure;
		}
	}

	private int calls() {
		return this.api.server()
			.countRequestsMatching(anyRequestedFor(urlPathMatching("/api/v1/.*")).build())
			.getCount();
	}

}
