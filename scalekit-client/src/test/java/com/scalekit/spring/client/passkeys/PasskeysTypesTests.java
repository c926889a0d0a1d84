package com.scalekit.spring.client.passkeys;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import com.scalekit.spring.client.passkeys.DeletedPasskey.UnknownCredentialOptions;
import com.scalekit.spring.client.passkeys.PasskeyList.AllAcceptedCredentialsOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application can hand what is meant for the browser to the browser.
 */
class PasskeysTypesTests {

	private final JsonMapper json = new JsonMapper();

	@Test
	void optionsAreSpeltAsTheBrowserExpects() {
		assertThat(this.json.readTree(this.json.writeValueAsString(new AllAcceptedCredentialsOptions("acme.com",
				"M2YPl-KGnA8", List.of("vI0qOggiE3OT01ZRWBYz5l4MEgU0c7PmAA")))))
			.isEqualTo(this.json.readTree("""
					{"rpId":"acme.com","userId":"M2YPl-KGnA8",
					"allAcceptedCredentialIds":["vI0qOggiE3OT01ZRWBYz5l4MEgU0c7PmAA"]}"""));
		assertThat(this.json.readTree(this.json
			.writeValueAsString(new UnknownCredentialOptions("acme.com", "vI0qOggiE3OT01ZRWBYz5l4MEgU0c7PmAA"))))
			.isEqualTo(this.json.readTree("""
					{"rpId":"acme.com","credentialId":"vI0qOggiE3OT01ZRWBYz5l4MEgU0c7PmAA"}"""));
	}

}
