package com.scalekit.spring.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ReloadableConnectorTests {

	private final RecordingConnector first = new RecordingConnector();

	private final RecordingConnector second = new RecordingConnector();

	private final Deque<RecordingConnector> built = new ArrayDeque<>(List.of(this.first, this.second));

	@Test
	void callsUseTheLatestConnector() {
		ReloadableConnector connector = connector(Duration.ofHours(1));
		connect(connector);
		connector.load(HttpClientSettings.defaults());
		connect(connector);
		assertThat(List.of(this.first, this.second)).extracting((used) -> used.calls).containsExactly(1, 1);
	}

	@Test
	void replacedConnectorStaysOpenWhileCallsMayUseIt() {
		ReloadableConnector connector = connector(Duration.ofHours(1));
		connector.load(HttpClientSettings.defaults());
		assertThat(this.first.closed).isFalse();
	}

	@Test
	void replacedConnectorIsClosedAfterTheLongestCall() {
		ReloadableConnector connector = connector(Duration.ofMillis(1));
		connector.load(HttpClientSettings.defaults());
		Awaitility.await().until(() -> this.first.closed);
		assertThat(this.second.closed).isFalse();
	}

	@Test
	void closingClosesReplacedConnectorsToo() {
		ReloadableConnector connector = connector(Duration.ofHours(1));
		connector.load(HttpClientSettings.defaults());
		connector.close();
		assertThat(List.of(this.first, this.second)).allMatch((closed) -> closed.closed);
	}

	@Test
	void settingsThatAreNotUsableChangeNothing() {
		ReloadableConnector connector = connector(Duration.ofMillis(1));
		this.built.clear();
		assertThatIllegalStateException().isThrownBy(() -> connector.load(HttpClientSettings.defaults()));
		connect(connector);
		assertThat(this.first.calls).isEqualTo(1);
		assertThat(this.first.closed).isFalse();
	}

	private ReloadableConnector connector(Duration longestCall) {
		ReloadableConnector connector = new ReloadableConnector((settings) -> {
			if (this.built.isEmpty()) {
				throw new IllegalStateException("not usable");
			}
			return this.built.pop();
		}, longestCall);
		connector.load(HttpClientSettings.defaults());
		return connector;
	}

	private static void connect(ClientHttpConnector connector) {
		connector.connect(HttpMethod.GET, URI.create("http://localhost"), (request) -> Mono.empty()).block();
	}

	private static final class RecordingConnector implements ClientHttpConnector, AutoCloseable {

		private int calls;

		private volatile boolean closed;

		@Override
		public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
				Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
			this.calls++;
			return Mono.empty();
		}

		@Override
		public void close() {
			this.closed = true;
		}

	}

}
