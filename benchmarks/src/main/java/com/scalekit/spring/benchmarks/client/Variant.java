package com.scalekit.spring.benchmarks.client;

import java.util.concurrent.ExecutorService;

/**
 * What is compared.
 */
public enum Variant {

	/**
	 * A hand-written {@code WebClient} with a constant token: the limit.
	 */
	WEB_CLIENT("(a) WebClient, constant token") {

		@Override
		public Load load(Clients clients, ExecutorService threads) {
			return Load.reactive(clients.webClient(), Load.CONCURRENCY);
		}

	},

	/**
	 * A {@code WebClient} with Spring Security.
	 */
	SPRING_SECURITY("(b) WebClient, Spring Security") {

		@Override
		public Load load(Clients clients, ExecutorService threads) {
			return Load.reactive(clients.springSecurity(), Load.CONCURRENCY);
		}

	},

	/**
	 * The reactive client of the library.
	 */
	REACTIVE_ORGANIZATIONS_CLIENT("(c) ReactiveOrganizationsClient") {

		@Override
		public Load load(Clients clients, ExecutorService threads) {
			return Load.reactive(clients.reactiveOrganizationsClient(), Load.CONCURRENCY);
		}

	},

	/**
	 * A hand-written {@code WebClient} with a constant token, blocking.
	 */
	BLOCKING_WEB_CLIENT("(d) blocking WebClient, constant token") {

		@Override
		public Load load(Clients clients, ExecutorService threads) {
			return Load.blocking(clients.blockingWebClient(), threads);
		}

	},

	/**
	 * The blocking client of the library.
	 */
	ORGANIZATIONS_CLIENT("(e) OrganizationsClient") {

		@Override
		public Load load(Clients clients, ExecutorService threads) {
			return Load.blocking(clients.organizationsClient(), threads);
		}

	},

	/**
	 * A {@code RestClient} with Spring Security over the client of the JDK.
	 */
	REST_CLIENT("(f) RestClient on the JDK client, Spring Security") {

		@Override
		public Load load(Clients clients, ExecutorService threads) {
			return Load.blocking(clients.restClient(), threads);
		}

	},

	/**
	 * A {@code RestClient} with Spring Security over Reactor Netty.
	 */
	REST_CLIENT_OVER_REACTOR_NETTY("(g) RestClient on Reactor Netty, Spring Security") {

		@Override
		public Load load(Clients clients, ExecutorService threads) {
			return Load.blocking(clients.restClientOverReactorNetty(), threads);
		}

	};

	private final String description;

	Variant(String description) {
		this.description = description;
	}

	/**
	 * Put the variant under load.
	 * @param clients creates the client
	 * @param threads make the calls if they are blocking
	 * @return the load
	 */
	public abstract Load load(Clients clients, ExecutorService threads);

	@Override
	public String toString() {
		return this.description;
	}

}
