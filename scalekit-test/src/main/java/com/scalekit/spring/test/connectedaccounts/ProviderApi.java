package com.scalekit.spring.test.connectedaccounts;

/**
 * The API of a service in a test, which is called through connected accounts.
 *
 * @see ConnectedAccounts#api(String, ProviderApi)
 */
@FunctionalInterface
public interface ProviderApi {

	/**
	 * Answer a request. Other requests are answered meanwhile.
	 * @param request the request
	 * @return the response, which the caller gets as it is
	 */
	ProviderResponse answer(ProviderRequest request);

}
