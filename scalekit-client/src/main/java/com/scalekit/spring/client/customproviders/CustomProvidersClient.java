package com.scalekit.spring.client.customproviders;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;

/**
 * The providers that an environment defines itself: services that users connect accounts
 * at, and that Scalekit does not know. {@link ReactiveCustomProvidersClient} is the
 * reactive twin; use that one on event-loop threads.
 * <p>
 * Every method may throw a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token.
 */
@HttpExchange(url = "/api/v1")
public interface CustomProvidersClient {

	/**
	 * Create a provider. {@code POST /api/v1/custom-providers}
	 * @param provider the provider to be created
	 * @return the created provider
	 */
	@PostExchange("/custom-providers")
	Provider create(@RequestBody CreateCustomProvider provider);

	/**
	 * Change a provider. {@code PUT /api/v1/custom-providers/{identifier}}
	 * @param identifier the name of the provider
	 * @param provider the provider; metadata that is left out is removed
	 * @return the changed provider
	 */
	@PutExchange("/custom-providers/{identifier}")
	Provider update(@PathVariable String identifier, @RequestBody UpdateCustomProvider provider);

	/**
	 * Delete a provider. {@code DELETE /api/v1/custom-providers/{identifier}}
	 * @param identifier the name of the provider
	 */
	@DeleteExchange("/custom-providers/{identifier}")
	void delete(@PathVariable String identifier);

}
