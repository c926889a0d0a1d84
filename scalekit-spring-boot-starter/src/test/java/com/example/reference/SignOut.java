package com.example.reference;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import com.scalekit.spring.client.sessions.Session;
import com.scalekit.spring.client.sessions.SessionQuery;
import com.scalekit.spring.client.sessions.SessionStatus;
import com.scalekit.spring.client.sessions.SessionsClient;

@Service
class SignOut {

	private final SessionsClient sessions;

	SignOut(SessionsClient sessions) {
		this.sessions = sessions;
	}

	List<Session> activeSessions(String userId) {
		SessionQuery active = SessionQuery.any().withStatus(SessionStatus.ACTIVE);
		try (Stream<Session> found = this.sessions.allByUser(userId, active)) {
			return found.toList();
		}
	}

	void signOut(String sessionId) {
		this.sessions.revoke(sessionId);
	}

	long signOutEverywhere(String userId) {
		return this.sessions.revokeAllOfUser(userId).totalRevoked();
	}

}
