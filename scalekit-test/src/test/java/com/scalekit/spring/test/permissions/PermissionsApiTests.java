package com.scalekit.spring.test.permissions;

import java.time.Duration;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PermissionsApiTests {

	private static final String PATH = "/api/v1/permissions";

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void createdPermissionIsThere() {
		Response response = this.client.post(PATH, """
				{ "name": "invoices:read", "description": "Read invoices" }""");
		ResponseAssert.assertThat(response).hasJson(201, """
				{ "permission": { "id": "%s", "name": "invoices:read", "description": "Read invoices",
					"is_scalekit_permission": false, "create_time": "2026-03-04T05:06:07.123456Z",
					"update_time": "2026-03-04T05:06:07.123456Z" } }
				""".formatted(this.server.permissions().get("invoices:read").id()));
		ResponseAssert.assertThat(this.client.get(PATH + "/invoices:read")).hasJson(200, response.body());
	}

	@Test
	void nameIsTakenOnce() {
		this.server.permissions().add("invoices:read");
		ResponseAssert.assertThat(this.client.post(PATH, "{\"name\":\"invoices:read\"}"))
			.isError(409, 6, "ALREADY_EXISTS");
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.permissions().add("invoices:read"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.permissions().add("not a name"));
		assertThat(this.server.permissions().all()).hasSize(1);
	}

	@Test
	void descriptionCanBeChangedAndTheNameCannot() {
		this.server.permissions().add("invoices:read", "Read");
		this.clock.advance(Duration.ofSeconds(1));
		this.client.send("PUT", PATH + "/invoices:read", """
				{ "name": "invoices:read", "description": "Read invoices" }""");
		assertThat(this.server.permissions().get("invoices:read")).satisfies((permission) -> {
			assertThat(permission.description()).isEqualTo("Read invoices");
			assertThat(permission.updateTime()).isAfter(permission.createTime());
		});
		ResponseAssert.assertThat(this.client.send("PUT", PATH + "/invoices:read", "{\"name\":\"invoices:write\"}"))
			.isError(400, 3, "INVALID_ARGUMENT");
	}

	@Test
	void listIsPagedAndFilteredByType() {
		this.server.permissions().add("a");
		this.server.permissions().add("b");
		assertThat(this.client.get(PATH + "?page_size=1&type=ENVIRONMENT").json().at("/total_size").intValue())
			.isEqualTo(2);
		assertThat(this.client.get(PATH + "?page_size=1").json().at("/permissions")).hasSize(1);
		assertThat(this.client.get(PATH + "?type=SCALEKIT").json().at("/permissions")).isEmpty();
	}

	@Test
	void deletedPermissionIsGoneAndSoItIsFromRoles() {
		this.server.roles().add("editor", (role) -> role.permissions("invoices:read", "invoices:write"));
		assertThat(this.client.delete(PATH + "/invoices:read").status()).isEqualTo(200);
		assertThat(this.server.roles().get("editor").permissions()).containsExactly("invoices:write");
		ResponseAssert.assertThat(this.client.get(PATH + "/invoices:read")).isError(404, 5, "RESOURCE_NOT_FOUND");
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> this.server.permissions().get("invoices:read"));
	}

	@Test
	void resetForgetsPermissions() {
		this.server.permissions().add("a");
		this.server.reset();
		assertThat(this.server.permissions().all()).isEmpty();
	}

}
