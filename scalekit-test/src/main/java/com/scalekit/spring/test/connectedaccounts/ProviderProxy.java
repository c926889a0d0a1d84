package com.scalekit.spring.test.connectedaccounts;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.Handler;

/**
 * Hands requests below {@code /proxy/} to the API of the service that their account is
 * connected at.
 */
public final class ProviderProxy implements Handler {

	/**
	 * What the paths of these requests begin with.
	 */
	public static final String PATHS = "/proxy/";

	private final ConnectedAccountsApi accounts;

	private final Handler next;

	/**
	 * Create a proxy.
	 * @param accounts the connected accounts
	 * @param next the handler of all other requests
	 */
	public ProviderProxy(ConnectedAccountsApi accounts, Handler next) {
		this.accounts = accounts;
		this.next = next;
	}

	@Override
	public ApiResponse handle(ApiRequest request) {
		if (!request.path().startsWith(PATHS)) {
			return this.next.handle(request);
		}
		StoredConnectedAccount account = this.accounts.use(required(request, "connection_name"),
				required(request, "identifier"));
		ProviderApi api = this.accounts.accounts().api(account.connector());
		if (api == null) {
			throw ApiException.resourceNotFound("ScalekitServer has no API of " + account.connector());
		}
		return api.answer(ProviderRequest.of(request, request.path().substring(PATHS.length() - 1), account))
			.toApiResponse();
	}

	private static String required(ApiRequest request, String header) {
		String value = request.header(header);
		if (value == null || value.isEmpty()) {
			throw ApiException.invalidArgument("the header %s is required".formatted(header));
		}
		return value;
	}

}
