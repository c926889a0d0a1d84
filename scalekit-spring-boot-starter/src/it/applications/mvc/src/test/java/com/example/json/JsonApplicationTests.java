package com.example.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.example.test.ApplicationTests;
import com.example.test.RunningApplication;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonApplicationTests extends ApplicationTests {

	private static final HttpServer partner = startEcho();

	JsonApplicationTests() {
		super(JsonApplication.class, "partner.url=http://127.0.0.1:" + partner.getAddress().getPort());
	}

	@AfterAll
	static void stopPartner() {
		partner.stop(0);
	}

	@ParameterizedTest
	@MethodSource("both")
	void conventionsOfTheApplicationHold(RunningApplication application) throws Exception {
		assertThat(application.get("/hi").body()).isEqualTo("{\"GreetingText\":\"hi\",\"RecipientName\":null}");
		assertThat(application.get("/partner").body()).isEqualTo("{\"GreetingText\":\"hi\",\"RecipientName\":null}");
	}

	@Test
	void clientsKeepTheirOwn() throws Exception {
		assertThat(this.with.get("/onboard").body()).isEqualTo("Acme t-1 {plan=free}");
		assertThat(this.with.get("/organizations").body()).isEqualTo("1");
		assertThat(this.wire.sent()).contains("\"external_id\":\"t-1\"").doesNotContain("null");
	}

	private static HttpServer startEcho() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", (exchange) -> {
				byte[] body = exchange.getRequestBody().readAllBytes();
				exchange.getResponseHeaders().set("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, body.length);
				exchange.getResponseBody().write(body);
				exchange.close();
			});
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
