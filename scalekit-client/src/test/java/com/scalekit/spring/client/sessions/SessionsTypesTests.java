package com.scalekit.spring.client.sessions;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.scalekit.spring.client.http.ScalekitJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SessionsTypesTests {

	@ParameterizedTest
	@CsvSource({ "active, ACTIVE", "ACTIVE, ACTIVE", "expired, EXPIRED", "revoked, REVOKED", "logout, LOGOUT",
			"suspended, UNKNOWN" })
	void statusIsReadInAnyCase(String json, SessionStatus status) {
		assertThat(ScalekitJson.read("{\"session_id\":\"ses_1\",\"status\":\"%s\"}".formatted(json), Session.class))
			.extracting(Session::status)
			.isEqualTo(status);
	}

	@Test
	void statusesToAskForAreKnown() {
		assertThatIllegalArgumentException().isThrownBy(() -> SessionQuery.any().withStatus())
			.withMessage("'filter.status' must not be empty");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SessionQuery.any().withStatus(SessionStatus.ACTIVE, SessionStatus.UNKNOWN))
			.withMessage("'filter.status' must not contain UNKNOWN");
	}

	@Test
	void sessionThatLives() {
		assertThat(ScalekitJson
			.read("""
					{"session_id":"ses_1","status":"active","device":{"ip":"192.0.2.1","location":{"latitude":"37.7749"}}}""",
					Session.class))
			.satisfies((session) -> {
				assertThat(session.expiredAt()).isNull();
				assertThat(session.logoutAt()).isNull();
				assertThat(session.device().location().latitude()).isEqualTo("37.7749");
			});
	}

	@Test
	void nothingToRevoke() {
		assertThat(ScalekitJson.read("{\"revoked_sessions\":[],\"total_revoked\":0}", RevokedSessions.class))
			.isEqualTo(new RevokedSessions(List.of(), 0));
	}

}
