package com.scalekit.spring.client.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.util.UriComponentsBuilder;

import com.scalekit.spring.client.ScalekitClients;

/**
 * The HTTP clients that all faults of a connection are tried with.
 */
enum Connector {

	/** The one the clients use unless they are given another one. */
	REACTOR_NETTY {

		@Override
		ScalekitClients.Builder configure(ScalekitClients.Builder clients) {
			return clients;
		}

		@Override
		ClientHttpConnector create(Duration timeout, SSLContext tls) {
			reactor.netty.http.client.HttpClient client = reactor.netty.http.client.HttpClient
				.create(ConnectionProvider.create("faults", 50))
				.responseTimeout(timeout)
				.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(timeout.toMillis()))
				.secure((spec) -> spec
					.sslContext(new JdkSslContext(tls, true, null,
							(ciphers, defaults, supported) -> supported.toArray(String[]::new), null, ClientAuth.NONE,
							null, false))
					.handshakeTimeout(timeout));
			return new ReactorClientHttpConnector(client);
		}

	},

	JDK {

		@Override
		ScalekitClients.Builder configure(ScalekitClients.Builder clients) {
			ClientHttpConnector connector = create(Duration.ofSeconds(10), null);
			return clients.clientConnector(connector).tokenConnector(connector);
		}

		@Override
		ClientHttpConnector create(Duration timeout, SSLContext tls) {
			HttpClient.Builder client = HttpClient.newBuilder()
				.version(HttpClient.Version.HTTP_1_1)
				.followRedirects(HttpClient.Redirect.NEVER)
				.connectTimeout(timeout);
			if (tls != null) {
				client.sslContext(tls);
			}
			JdkClientHttpConnector connector = new JdkClientHttpConnector(client.build());
			connector.setReadTimeout(timeout);
			return connector;
		}

	};

	/**
	 * Use this connector with its usual timeouts for calls and token requests.
	 */
	abstract ScalekitClients.Builder configure(ScalekitClients.Builder clients);

	/**
	 * A connector that waits only this long to connect, to agree on TLS and to be
	 * answered.
	 */
	abstract ClientHttpConnector create(Duration timeout, SSLContext tls);

	/**
	 * A connector that calls another server than it is told to, so that the tokens can
	 * come from a server which works.
	 */
	static ClientHttpConnector diverted(ClientHttpConnector connector, String origin) {
		URI target = URI.create(origin);
		return new ClientHttpConnector() {

			@Override
			public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
					Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
				return connector.connect(method,
						UriComponentsBuilder.fromUri(uri)
							.scheme(target.getScheme())
							.host(target.getHost())
							.port(target.getPort())
							.build(true)
							.toUri(),
						requestCallback);
			}

		};
	}

}
