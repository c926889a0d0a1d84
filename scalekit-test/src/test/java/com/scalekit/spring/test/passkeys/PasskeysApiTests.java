package com.scalekit.spring.test.passkeys;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PasskeysApiTests {

	private static final String PATH = "/api/v1/webauthn/credentials";

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final TestClient client = TestClient.authorized(this.server);

	private final String userId = this.server.users().add("ann@acme.com");

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void passkeysOfAUser() {
		String phone = this.server.passkeys().add(this.userId, "Phone");
		String laptop = this.server.passkeys().add(this.userId, "Laptop");
		this.server.passkeys().add(this.server.users().add("bob@acme.com"), "Phone");
		JsonNode list = list(this.userId).json();
		assertThat(list.get("credentials").findValuesAsString("id")).containsExactly(phone, laptop);
		assertThat(list.at("/credentials/0/display_name").stringValue()).isEqualTo("Phone");
		JsonNode options = list.get("all_accepted_credentials_options");
		assertThat(options.get("rp_id").stringValue()).isEqualTo("localhost");
		assertThat(options.get("all_accepted_credential_ids").size()).isEqualTo(2);
	}

	@Test
	void passkeyIsRenamed() {
		String id = this.server.passkeys().add(this.userId, "Phone");
		StoredPasskey before = this.server.passkeys().get(id);
		this.clock.advance(Duration.ofMinutes(1));
		Response response = this.client.patch(PATH + "/" + id, "{\"display_name\":\"Old phone\"}");
		assertThat(response.json().at("/credential/display_name").stringValue()).isEqualTo("Old phone");
		StoredPasskey after = this.server.passkeys().get(id);
		assertThat(after.displayName()).isEqualTo("Old phone");
		assertThat(after.credentialId()).isEqualTo(before.credentialId());
		assertThat(after.updatedAt()).isEqualTo(before.updatedAt().plusSeconds(60));
		ResponseAssert.assertThat(this.client.patch(PATH + "/cred_1", "{\"display_name\":\"Phone\"}"))
			.isError(404, 5, "RESOURCE_NOT_FOUND")
			.hasMessage("credential not found");
	}

	@Test
	void deletedPasskeyIsOneThatTheBrowserShouldForget() {
		String id = this.server.passkeys().add(this.userId, "Phone");
		JsonNode accepted = list(this.userId).json()
			.at("/all_accepted_credentials_options/all_accepted_credential_ids/0");
		JsonNode deleted = this.client.delete(PATH + "/" + id).json();
		assertThat(deleted.get("success").booleanValue()).isTrue();
		assertThat(deleted.at("/unknown_credential_options/credential_id")).isEqualTo(accepted);
		assertThat(this.server.passkeys().all(this.userId)).isEmpty();
		ResponseAssert.assertThat(this.client.delete(PATH + "/" + id)).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void passkeysGoWithTheirUser() {
		String id = this.server.passkeys().add(this.userId, "Phone");
		this.client.delete("/api/v1/users/" + this.userId);
		ResponseAssert.assertThat(this.client.delete(PATH + "/" + id)).isError(404, 5, "RESOURCE_NOT_FOUND");
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.passkeys().add(this.userId, "Phone"))
			.withMessage("user not found");
	}

	@Test
	void passkeyThatTheServiceWouldRefuseIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.passkeys().add(this.userId, ""))
			.withMessageContaining("display_name");
	}

	@Test
	void resetForgetsPasskeys() {
		this.server.passkeys().add(this.userId, "Phone");
		this.server.reset();
		assertThat(this.server.passkeys().all(this.userId)).isEmpty();
	}

	private Response list(String userId) {
		return this.client.get(PATH + "?user_id=" + userId);
	}

}
