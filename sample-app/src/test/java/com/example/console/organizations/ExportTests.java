package com.example.console.organizations;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.example.console.SignedIn;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.organizations.NewOrganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * The export, over real sockets.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Timeout(120)
class ExportTests {

	private static final String LIST = "GET /api/v1/organizations";

	private static final ScalekitServer scalekit = ScalekitServer.start();

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private MeterRegistry meters;

	@DynamicPropertySource
	static void scalekit(DynamicPropertyRegistry registry) {
		registry.add("scalekit.environment-url", scalekit::url);
		registry.add("scalekit.client-id", scalekit::clientId);
		registry.add("scalekit.client-secret", scalekit::clientSecret);
		registry.add("console.organization-id", () -> "org_operator");
	}

	@BeforeEach
	void reset() {
		scalekit.reset();
	}

	@AfterAll
	static void closeServer() {
		scalekit.close();
	}

	@Test
	void writesAllOrganizations() throws Exception {
		scalekit.organizations().addMany(250);
		scalekit.organizations()
			.add(NewOrganization.named("Zażółć, \"Sp. z o.o.\"")
				.externalId("=1+1")
				.slug("zazolc")
				.feature("sso")
				.feature("dir_sync")
				.metadata("plan", "growth"));
		HttpResponse<String> response = export();
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
		assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
			.matches("attachment; filename=\"organizations-\\d{4}-\\d\\d-\\d\\d.csv\"");
		assertThat(response.body().split("\r\n")).hasSize(252)
			.satisfies((lines) -> assertThat(lines)
				.startsWith("id,display_name,external_id,slug,region_code,features,metadata,create_time,update_time"))
			.satisfies((lines) -> assertThat(lines[1]).matches("org_\\d+,Organization 1,tenant-1,,US,,,.*Z,.*Z"))
			.satisfies((lines) -> assertThat(lines[251]).contains(
					",\"Zażółć, \"\"Sp. z o.o.\"\"\",'=1+1,zazolc,US,sso dir_sync,\"{\"\"plan\"\":\"\"growth\"\"}\","));
	}

	@Test
	void writesTheHeadingIfThereIsNoOrganization() throws Exception {
		assertThat(export().body())
			.isEqualTo("id,display_name,external_id,slug,region_code,features,metadata,create_time,update_time\r\n");
	}

	@Test
	void showsAnErrorPageIfItCannotBegin() throws Exception {
		scalekit.next(LIST).respondsWith(ScriptedResponse.tooManyRequests(Duration.ofSeconds(42)));
		HttpResponse<String> response = export();
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(response.headers().firstValue("Content-Disposition")).isEmpty();
		assertThat(response.body()).contains("Try again in 42 s").doesNotContain("display_name");
	}

	@Test
	void breaksTheTransferIfItCannotEnd() throws Exception {
		scalekit.organizations().addMany(350);
		failAfterPages(2);
		assertThatIOException().isThrownBy(this::export);
		failAfterPages(2);
		String received = receive(Long.MAX_VALUE);
		assertThat(received).contains("tenant-200,")
			.doesNotContain("tenant-201,")
			.doesNotContain("<html", "timestamp", "\r\n0\r\n\r\n");
	}

	@Test
	void asksForNoMorePagesWhenTheBrowserGoesAway() throws Exception {
		int pages = 400;
		for (int i = 0; i < pages * 100; i++) {
			scalekit.organizations().add("n".repeat(200));
		}
		long ended = exportsEnded();
		assertThat(receive(20_000)).contains("nnn");
		while (exportsEnded() == ended) {
			Thread.onSpinWait();
		}
		assertThat(scalekit.requests(LIST)).hasSizeBetween(1, pages - 1);
	}

	private long exportsEnded() {
		Timer requests = this.meters.find("http.server.requests").tag("uri", "/organizations.csv").timer();
		return (requests != null) ? requests.count() : 0;
	}

	private HttpResponse<String> export() throws IOException, InterruptedException {
		return this.client
			.send(HttpRequest.newBuilder(URI.create("http://localhost:%d/organizations.csv".formatted(this.port)))
				.header("Accept", "text/html, */*;q=0.8")
				.header("Authorization", "Bearer " + SignedIn.token(scalekit, "org_operator"))
				.build(), BodyHandlers.ofString());
	}

	/**
	 * Return what arrives before the connection ends or, if that is earlier, the given
	 * number of bytes has arrived.
	 */
	private String receive(long limit) throws IOException {
		try (Socket socket = new Socket()) {
			socket.setReceiveBufferSize(16 * 1024);
			socket.connect(new InetSocketAddress("localhost", this.port));
			socket.getOutputStream()
				.write("GET /organizations.csv HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
					.formatted(SignedIn.token(scalekit, "org_operator"))
					.getBytes(StandardCharsets.US_ASCII));
			InputStream in = socket.getInputStream();
			StringBuilder received = new StringBuilder();
			byte[] buffer = new byte[4096];
			for (int count = in.read(buffer); count >= 0 && received.length() < limit; count = in.read(buffer)) {
				received.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
			}
			return received.toString();
		}
	}

	private static void failAfterPages(int pages) {
		scalekit.next(LIST).times(pages).delays(Duration.ZERO);
		scalekit.next(LIST).respondsWith(ScriptedResponse.forbidden());
	}

}
