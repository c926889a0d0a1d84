package com.scalekit.spring.security.keys;

import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.function.Supplier;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Where the key set is fetched. Redirects are not followed: they are responses that are
 * not a key set.
 */
final class KeySetEndpoint {

	private static final int MAX_SIZE = 50 * 1024;

	private static final Duration MAX_TIME = Duration.ofSeconds(15);

	private final URI uri;

	private final Supplier<WebClient> webClient;

	KeySetEndpoint(URI uri, Supplier<WebClient> webClient) {
		this.uri = uri;
		this.webClient = SingletonSupplier.of(() -> webClient.get()
			.mutate()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(MAX_SIZE))
			.build());
	}

	JWKSet fetch() throws IOException, ParseException {
		String text = this.webClient.get()
			.get()
			.uri(this.uri)
			.accept(MediaType.APPLICATION_JSON)
			.exchangeToMono(KeySetEndpoint::read)
			.blockOptional(MAX_TIME)
			.orElseThrow(() -> new IOException("response is empty"));
		JWKSet keySet = JWKSet.parse(text);
		if (keySet.getKeys().stream().noneMatch(RSAKey.class::isInstance)) {
			throw new IOException("response has no RSA key");
		}
		return keySet;
	}

	private static Mono<String> read(ClientResponse response) {
		return (response.statusCode() == HttpStatus.OK) ? response.bodyToMono(String.class) : response.releaseBody()
			.then(Mono.error(() -> new IOException("response has status " + response.statusCode().value())));
	}

	@Override
	public String toString() {
		return this.uri.toString();
	}

}
