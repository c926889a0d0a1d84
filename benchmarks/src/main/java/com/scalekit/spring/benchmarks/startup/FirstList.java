package com.scalekit.spring.benchmarks.startup;

import java.io.IOException;

import com.scalekit.spring.benchmarks.client.Clients;
import com.scalekit.spring.benchmarks.client.HandwrittenClient;
import com.scalekit.spring.benchmarks.process.Launch;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * Requests an access token and lists the first organizations.
 */
public final class FirstList {

	/**
	 * With a hand-written client.
	 */
	public static final String WEB_CLIENT = "hand-written WebClient, blocking";

	/**
	 * With the client of the library.
	 */
	public static final String ORGANIZATIONS_CLIENT = "OrganizationsClient";

	private FirstList() {
	}

	public static void main(String[] arguments) throws IOException {
		String url = arguments[1];
		if (arguments[0].equals(ORGANIZATIONS_CLIENT)) {
			ScalekitClients.builder(url, Clients.CLIENT_ID, Clients.CLIENT_SECRET)
				.build()
				.create(OrganizationsClient.class)
				.list(Clients.PAGE_SIZE, null);
		}
		else {
			HandwrittenClient.authorize(url).list().block();
		}
		Launch.goalReached();
	}

}
