package com.scalekit.spring.client.authenticationlogs;

import org.junit.jupiter.api.Test;

import com.scalekit.spring.client.authenticationlogs.AuthenticationRequest.Status;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What authentication requests cannot be asked for by.
 */
class AuthenticationLogsTypesTests {

	@Test
	void statusesToAskForAreKnown() {
		assertThatIllegalArgumentException().isThrownBy(() -> AuthenticationLogQuery.any().withStatus())
			.withMessage("'status' must not be empty");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> AuthenticationLogQuery.any().withStatus(Status.SUCCESS, Status.UNKNOWN))
			.withMessage("'status' must not contain UNKNOWN");
	}

}
