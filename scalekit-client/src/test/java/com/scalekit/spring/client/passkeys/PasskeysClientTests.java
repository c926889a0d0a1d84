package com.scalekit.spring.client.passkeys;

import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class PasskeysClientTests extends ContractTests<PasskeysClient> {

	private static final String CREDENTIALS = "/api/v1/webauthn/credentials";

	PasskeysClientTests() {
		super(PasskeysClient.class);
	}

	@Override
	protected Stream<Call<PasskeysClient>> calls() {
		return Stream.of(call("GET " + CREDENTIALS + "?user_id=usr_1", (passkeys) -> passkeys.list("usr_1")),
				call("PATCH " + CREDENTIALS + "/cred%3A1", "{\"display_name\":\"Phone\"}",
						(passkeys) -> passkeys.rename("cred:1", "Phone")),
				call("DELETE " + CREDENTIALS + "/cred_1", (passkeys) -> passkeys.delete("cred_1")));
	}

}
