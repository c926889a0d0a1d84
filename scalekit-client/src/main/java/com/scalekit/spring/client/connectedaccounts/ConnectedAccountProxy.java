package com.scalekit.spring.client.connectedaccounts;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClientRequest;

import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.ProviderRequests;

/**
 * Calls the API of a service through a connected account: Scalekit adds the credentials
 * of the account, and returns the answer of the service as it is.
 *
 * <pre class="code">
 * WebClient gmail = ConnectedAccountProxy.webClient(scalekitWebClient, "gmail", "ann");
 * String profile = gmail.get().uri("/gmail/v1/users/me/profile").retrieve().bodyToMono(String.class).block();
 * </pre>
 *
 * Paths are those of the service. An error status is a {@link WebClientResponseException}
 * and no exception of Scalekit. A response may take 60 seconds to begin. Nothing is tried
 * again.
 */
public final class ConnectedAccountProxy {

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	/** Headers are sent in ASCII: another character would select another account. */
	private static final Pattern HEADER_VALUE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

	private static final Pattern DOT_SEGMENT = Pattern.compile("(^|[/\\\\])\\.{1,2}([/\\\\;]|$)");

	private final String connectionName;

	private final String identifier;

	private ConnectedAccountProxy(String connectionName, String identifier) {
		this.connectionName = connectionName;
		this.identifier = identifier;
	}

	/**
	 * Create a client of the API of a service.
	 * @param scalekitWebClient the client of the environment, such as the bean
	 * {@code scalekitWebClient} or that of {@code ScalekitClients}
	 * @param connectionName the name of the connection, such as {@code gmail}
	 * @param identifier the application's identifier of the user, of ASCII characters
	 * @return the client
	 * @throws IllegalArgumentException if the name or the identifier cannot be sent
	 */
	public static WebClient webClient(WebClient scalekitWebClient, String connectionName, String identifier) {
		requireHeaderValue("connection_name", connectionName);
		requireHeaderValue("identifier", identifier);
		return scalekitWebClient.mutate()
			.filters((filters) -> filters.add(0, new ConnectedAccountProxy(connectionName, identifier)::filter))
			.build();
	}

	private static void requireHeaderValue(String name, String value) {
		Assert.isTrue(value != null && HEADER_VALUE.matcher(value).matches(),
				() -> "'" + name + "' must consist of ASCII characters");
	}

	private Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		URI url = request.url();
		if (DOT_SEGMENT.matcher(decodeTwice(url.getRawPath())).find()) {
			return Mono.error(ScalekitTransportException.refused("the path must not have relative segments",
					request.method(), url));
		}
		return next.exchange(ClientRequest.from(request)
			.url(proxied(url))
			.headers((headers) -> headers.set("connection_name", this.connectionName))
			.headers((headers) -> headers.set("identifier", this.identifier))
			.httpRequest(ConnectedAccountProxy::waitForTheService)
			.build());
	}

	/**
	 * Whoever is in between may decode a path once more.
	 */
	private static String decodeTwice(String path) {
		try {
			return UriUtils.decode(UriUtils.decode(path, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return UriUtils.decode(path, StandardCharsets.UTF_8);
		}
	}

	private static URI proxied(URI url) {
		String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
		return UriComponentsBuilder.fromUri(url).replacePath(ProviderRequests.PROXY + path).build(true).toUri();
	}

	private static void waitForTheService(ClientHttpRequest request) {
		if (request.getNativeRequest() instanceof HttpClientRequest reactorNetty) {
			reactorNetty.responseTimeout(TIMEOUT);
		}
	}

}
