package com.scalekit.spring.test.server;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RouterTests {

	@Test
	void literalBeatsVariableWhateverComesFirst() {
		Router router = router((registry) -> {
			registry.get("/things/{id}", answer(201));
			registry.get("/things/{id}:enable", answer(202));
			registry.get("/things/default", answer(203));
			registry.get("/things:external/{id}", answer(204));
		});
		assertThat(status(router, "/things/1")).isEqualTo(201);
		assertThat(status(router, "/things/1:enable")).isEqualTo(202);
		assertThat(status(router, "/things/1%3Aenable")).isEqualTo(201);
		assertThat(status(router, "/things/default")).isEqualTo(203);
		assertThat(status(router, "/things:external/1")).isEqualTo(204);
	}

	@Test
	void operationsOfTheTableAreHandledById() {
		Router router = router((registry) -> registry.handle("GetDomain",
				(request) -> ApiResponse.ok(Map.of("id", request.pathVariable("id")))));
		ApiResponse response = router
			.handle(ApiRequest.of("GET", "/api/v1/organizations/org_1/domains/dom_1", Map.of(), new byte[0]));
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"id\":\"dom_1\"}");
	}

	@Test
	void operationIsHandledOnce() {
		router((registry) -> {
			registry.handle("GetDomain", answer(200));
			assertThatIllegalArgumentException().isThrownBy(() -> registry.handle("GetDomain", answer(200)))
				.withMessageContaining("GetDomain");
			assertThatIllegalArgumentException().isThrownBy(() -> registry.handle("GetDomains", answer(200)))
				.withMessageContaining("GetDomains");
		});
	}

	private static Handler answer(int status) {
		return (request) -> ApiResponse.empty(status);
	}

	private static int status(Router router, String path) {
		return router.handle(ApiRequest.of("GET", path, Map.of(), new byte[0])).status();
	}

	private static Router router(Consumer<Router> operations) {
		return new Router(new EnvironmentState(Clock.systemUTC()), List.of(new ApiGroup() {

			@Override
			public void register(Router router) {
				operations.accept(router);
			}

			@Override
			public void reset() {
			}

		}));
	}

}
