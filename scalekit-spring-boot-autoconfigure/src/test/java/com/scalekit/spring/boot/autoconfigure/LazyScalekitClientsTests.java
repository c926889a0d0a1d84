package com.scalekit.spring.boot.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * When the clients of an application are created and destroyed.
 */
class LazyScalekitClientsTests {

	private static final OAuth2AuthorizeRequest REQUEST = OAuth2AuthorizeRequest.withClientRegistrationId("scalekit")
		.principal("application")
		.build();

	private final ScalekitServer server = ScalekitServer.start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class))
		.withPropertyValues("scalekit.environment-url=" + this.server.url(),
				"scalekit.client-id=" + this.server.clientId(), "scalekit.client-secret=" + this.server.clientSecret());

	@AfterEach
	void close() {
		this.server.close();
	}

	static Stream<Named<Consumer<Clients>>> calls() {
		return Stream.of(Named.of("OrganizationsClient", (clients) -> clients.blocking().list()),
				Named.of("ReactiveOrganizationsClient", (clients) -> clients.reactive().list().block()),
				Named.of("OAuth2AuthorizedClientManager", (clients) -> clients.manager().authorize(REQUEST)),
				Named.of("ReactiveOAuth2AuthorizedClientManager",
						(clients) -> clients.reactiveManager().authorize(REQUEST).block()));
	}

	@ParameterizedTest
	@MethodSource("calls")
	void beansCanCallWhenTheyAreDestroyed(Consumer<Clients> call) {
		ShutdownCall shutdown = new ShutdownCall(call);
		this.contextRunner.withBean(ShutdownCall.class, () -> shutdown).withBean(Clients.class).run((context) -> {
			context.getBean(OrganizationsClient.class).list();
			this.server.tokens().revokeAll();
		});
		assertThat(shutdown.failure).isNull();
		assertThat(shutdown.called).isTrue();
	}

	@ParameterizedTest
	@MethodSource("calls")
	void nothingIsCreatedForAFirstCallDuringShutdown(Consumer<Clients> call) {
		ShutdownCall shutdown = new ShutdownCall(call);
		RecordingConnectorBuilder connectors = new RecordingConnectorBuilder();
		this.contextRunner.withBean(ShutdownCall.class, () -> shutdown)
			.withBean(Clients.class)
			.withBean(ClientHttpConnectorBuilder.class, () -> connectors.builder())
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(shutdown.failure).isInstanceOf(ScalekitTokenException.class)
			.hasMessageContaining("the Scalekit clients have been closed");
		assertThat(connectors.threads).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("calls")
	void nothingIsCreatedForAFirstCallAfterShutdown(Consumer<Clients> call) {
		RecordingConnectorBuilder connectors = new RecordingConnectorBuilder();
		Clients[] clients = new Clients[1];
		this.contextRunner.withBean(Clients.class)
			.withBean(ClientHttpConnectorBuilder.class, () -> connectors.builder())
			.run((context) -> clients[0] = context.getBean(Clients.class));
		assertThatExceptionOfType(ScalekitTokenException.class).isThrownBy(() -> call.accept(clients[0]))
			.withMessageContaining("the Scalekit clients have been closed");
		assertThat(connectors.threads).isEmpty();
	}

	@Test
	void failureToCreateTheClientsDestroysNoBeanThatUsesThem() {
		ShutdownCall shutdown = new ShutdownCall((clients) -> {
		});
		this.contextRunner.withBean(ShutdownCall.class, () -> shutdown)
			.withBean(Clients.class)
			.withBean(ScalekitWebClientCustomizer.class, FailingOnce::new)
			.run((context) -> {
				OrganizationsClient organizations = context.getBean(OrganizationsClient.class);
				assertThat(catchThrowable(organizations::list)).hasRootCauseInstanceOf(IllegalStateException.class);
				assertThat(shutdown.called).isFalse();
				assertThat(organizations.list().totalSize()).isZero();
			});
	}

	static Stream<Named<Function<Clients, Publisher<?>>>> reactiveCalls() {
		return Stream.of(Named.of("Mono", (clients) -> clients.reactive().list()),
				Named.of("Flux", (clients) -> clients.reactive().all()),
				Named.of("ReactiveOAuth2AuthorizedClientManager",
						(clients) -> clients.reactiveManager().authorize(REQUEST)));
	}

	@ParameterizedTest
	@MethodSource("reactiveCalls")
	void firstCallOnAnEventLoopCreatesTheClientsElsewhere(Function<Clients, Publisher<?>> call) {
		this.server.organizations().add("Acme");
		RecordingConnectorBuilder connectors = new RecordingConnectorBuilder();
		this.contextRunner.withBean(Clients.class)
			.withBean(ClientHttpConnectorBuilder.class, () -> connectors.builder())
			.run((context) -> {
				Clients clients = context.getBean(Clients.class);
				Flux<?> onEventLoop = Flux.defer(() -> call.apply(clients)).subscribeOn(Schedulers.parallel());
				assertThat(onEventLoop.collectList().block()).hasSize(1);
				assertThat(onEventLoop.collectList().block()).hasSize(1);
				assertThat(connectors.threads).hasSize(2)
					.allSatisfy((thread) -> assertThat(thread).startsWith("boundedElastic"));
			});
	}

	@Test
	void manyFirstCallsOnEventLoopsCreateOneSetOfClients() {
		RecordingConnectorBuilder connectors = new RecordingConnectorBuilder();
		this.contextRunner.withBean(ClientHttpConnectorBuilder.class, () -> connectors.builder()).run((context) -> {
			ReactiveOrganizationsClient organizations = context.getBean(ReactiveOrganizationsClient.class);
			assertThat(Flux.range(0, 100)
				.flatMap((call) -> Flux.defer(organizations::list).subscribeOn(Schedulers.parallel()), 100)
				.count()
				.block()).isEqualTo(100);
			assertThat(connectors.threads).hasSize(2);
			assertThat(this.server.tokens().issued()).isEqualTo(1);
		});
	}

	@Test
	void firstBlockingCallOnAnEventLoopIsRefused() {
		this.contextRunner.run((context) -> {
			OrganizationsClient organizations = context.getBean(OrganizationsClient.class);
			assertThatIllegalStateException()
				.isThrownBy(() -> Flux.defer(() -> Flux.just(organizations.list()))
					.subscribeOn(Schedulers.parallel())
					.blockLast())
				.withMessageContaining("Use ReactiveOrganizationsClient");
		});
	}

	record Clients(OrganizationsClient blocking, ReactiveOrganizationsClient reactive,
			OAuth2AuthorizedClientManager manager, ReactiveOAuth2AuthorizedClientManager reactiveManager,
			ObjectProvider<ShutdownCall> shutdown) implements DisposableBean {

		@Override
		public void destroy() {
			this.shutdown.ifAvailable((call) -> call.run(this));
		}

	}

	static class ShutdownCall {

		private final Consumer<Clients> call;

		private boolean called;

		private Throwable failure;

		ShutdownCall(Consumer<Clients> call) {
			this.call = call;
		}

		void run(Clients clients) {
			this.called = true;
			this.failure = catchThrowable(() -> this.call.accept(clients));
		}

	}

	static class RecordingConnectorBuilder {

		private final List<String> threads = new CopyOnWriteArrayList<>();

		ClientHttpConnectorBuilder<?> builder() {
			return (settings) -> {
				this.threads.add(Thread.currentThread().getName());
				return ClientHttpConnectorBuilder.jdk().build(settings);
			};
		}

	}

	static class FailingOnce implements ScalekitWebClientCustomizer {

		private boolean failed;

		@Override
		public void customize(WebClient.Builder webClientBuilder) {
			if (!this.failed) {
				this.failed = true;
				throw new IllegalStateException("not yet");
			}
		}

	}

}
