package com.example.reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.junit.ScalekitServerExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ScalekitServerExtension.class)
class OwnContractTests {

	@Test
	void callsOperationsWithoutClient(ScalekitServer scalekit) {
		scalekit.next("GET /api/v1/connected_accounts").respondsWith(json("""
				{"connected_accounts":[{"id":"ca_1","connector":"gmail"}],"total_size":1}"""));
		scalekit.next("POST /api/v1/connected_accounts:delete").respondsWith(ScriptedResponse.serviceUnavailable());
		scalekit.next("POST /api/v1/connected_accounts:delete").respondsWith(json("{}"));
		try (ScalekitClients clients = ScalekitClients
			.builder(scalekit.url(), scalekit.clientId(), scalekit.clientSecret())
			.build()) {
			OwnContract.ConnectedAccountsClient accounts = new OwnContract().connectedAccountsClient(clients);
			assertThat(accounts.list("ann@acme.com"))
				.containsExactly(new OwnContract.ConnectedAccount("ca_1", "gmail", null));
			accounts.delete("ca_1");
		}
		assertThat(scalekit.requests("POST /api/v1/connected_accounts:delete")).extracting(ReceivedRequest::body)
			.containsExactly("{\"id\":\"ca_1\"}", "{\"id\":\"ca_1\"}");
	}

	private static ScriptedResponse json(String body) {
		return ScriptedResponse.of(200).withBody("application/json", body);
	}

}
