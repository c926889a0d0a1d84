package com.scalekit.spring.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.mock;
import static org.mockito.BDDMockito.then;

class ReloadableConnectorTests {

	private final OwnConnector first = new OwnConnector(connector(), Disposables.single());

	private final OwnConnector second = new OwnConnector(connector(), Disposables.single());

	private final Deque<OwnConnector> built = new ArrayDeque<>(List.of(this.first, this.second));

	@Test
	void callsUseTheLatestConnector() {
		ReloadableConnector connector = connector(Duration.ofHours(1));
		connect(connector);
		connector.load(HttpClientSettings.defaults());
		connect(connector);
		then(this.first.connector()).should().connect(any(), any(), any());
		then(this.second.connector()).should().connect(any(), any(), any());
	}

	@Test
	void replacedConnectorStaysOpenWhileCallsMayUseIt() {
		ReloadableConnector connector = connector(Duration.ofHours(1));
		connector.load(HttpClientSettings.defaults());
		assertThat(this.first.resources().isDisposed()).isFalse();
	}

	@Test
	void replacedConnectorIsClosedAfterTheLongestCall() {
		ReloadableConnector connector = connector(Duration.ofMillis(1));
		connector.load(HttpClientSettings.defaults());
		Awaitility.await().until(this.first.resources()::isDisposed);
		assertThat(this.second.resources().isDisposed()).isFalse();
	}

	@Test
	void closingClosesReplacedConnectorsToo() {
		ReloadableConnector connector = connector(Duration.ofHours(1));
		connector.load(HttpClientSettings.defaults());
		connector.close();
		assertThat(List.of(this.first, this.second)).extracting(OwnConnector::resources)
			.allMatch(Disposable::isDisposed);
	}

	@Test
	void settingsThatAreNotUsableChangeNothing() {
		ReloadableConnector connector = connector(Duration.ofMillis(1));
		this.built.clear();
		assertThatIllegalStateException().isThrownBy(() -> connector.load(HttpClientSettings.defaults()));
		connect(connector);
		then(this.first.connector()).should().connect(any(), any(), any());
		assertThat(this.first.resources().isDisposed()).isFalse();
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

	private static ClientHttpConnector connector() {
		ClientHttpConnector connector = mock();
		given(connector.connect(any(), any(), any())).willReturn(Mono.empty());
		return connector;
	}

	private static void connect(ClientHttpConnector connector) {
		connector.connect(HttpMethod.GET, URI.create("http://localhost"), (request) -> Mono.empty()).block();
	}

}
