package com.scalekit.spring.test;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.scalekit.spring.test.TestClient.Response;
import com.scalekit.spring.test.api.ApiField;
import com.scalekit.spring.test.api.ApiOperation;
import com.scalekit.spring.test.api.ApiTable;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTableRoutingTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.authorized(this.server);

	@BeforeAll
	void addOrganization() {
		this.server.organizations().add("Acme");
	}

	@AfterAll
	void closeServer() {
		this.server.close();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void everyOperationOfTheTableIsSimulated(String id) {
		ApiOperation operation = ApiTable.load().operation(id);
		int before = this.server.requests(operation.reference()).size();
		Response response = this.client.send(operation.method(), path(operation), "{}");
		assertThat(response.status()).isNotEqualTo(501);
		assertThat(response.json().path("message").asString()).isNotEqualTo("Not Found");
		assertThat(this.server.requests(operation.reference())).hasSize(before + 1);
		this.server.next(operation.reference()).respondsWith(ScriptedResponse.of(299));
		assertThat(this.client.unchecked().send(operation.method(), path(operation), "{}").status()).isEqualTo(299);
	}

	static Stream<String> operations() {
		return ApiTable.load().operations().stream().map(ApiOperation::id);
	}

	private static String path(ApiOperation operation) {
		String path = operation.path().toString();
		for (ApiField variable : operation.pathVariables()) {
			path = path.replace("{%s}".formatted(variable.name()), variable.type().text().prefix() + "1");
		}
		return path;
	}

}
