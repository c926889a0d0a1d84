package com.scalekit.spring.client.http;

import java.net.URI;
import java.time.Duration;

import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;

import com.scalekit.spring.client.observation.ClientListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalMethodInterceptorTests {

	private final Contract client = new ScalekitProxyFactory(URI.create("https://acme.scalekit.com"),
			Duration.ofSeconds(1), 1, ObservationRegistry.NOOP, ClientListener.NONE)
		.createClient(Contract.class, WebClient.create());

	@Test
	void runOnTheClient() {
		assertThat(this.client.self()).isSameAs(this.client);
	}

	@Test
	void runInContractsThatAreNotPublic() {
		assertThat(this.client.greet("Acme")).isEqualTo("Hello Acme");
	}

	@Test
	void runWithAnyNumberOfArguments() {
		assertThat(this.client.count()).isZero();
		assertThat(this.client.count("a", "b")).isEqualTo(2);
	}

	@Test
	void runWhenInherited() {
		assertThat(this.client.inherited()).isEqualTo("inherited");
	}

	@Test
	void failAsTheyFail() {
		assertThatExceptionOfType(NotReady.class).isThrownBy(this.client::fail);
	}

	interface Parent {

		default String inherited() {
			return "inherited";
		}

	}

	interface Contract extends Parent {

		@GetExchange("/")
		String get();

		default Contract self() {
			return this;
		}

		default String greet(String name) {
			return "Hello " + name;
		}

		default int count(String... names) {
			return names.length;
		}

		default void fail() throws NotReady {
			throw new NotReady();
		}

	}

	static class NotReady extends Exception {

		private static final long serialVersionUID = 1L;

	}

}
