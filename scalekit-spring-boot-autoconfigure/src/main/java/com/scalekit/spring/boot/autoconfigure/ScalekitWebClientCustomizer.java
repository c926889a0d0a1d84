package com.scalekit.spring.boot.autoconfigure;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Callback to customize the {@link WebClient} that makes the calls to Scalekit, such as
 * with a filter or a header. It is called after everything else has been configured; the
 * access token is added after all filters. Token requests are not affected.
 */
@FunctionalInterface
public interface ScalekitWebClientCustomizer {

	/**
	 * Customize the builder of the {@code scalekitWebClient}.
	 * @param webClientBuilder the builder to customize
	 */
	void customize(WebClient.Builder webClientBuilder);

}
