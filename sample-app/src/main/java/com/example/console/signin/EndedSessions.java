package com.example.console.signin;

import java.util.Objects;

import org.springframework.context.event.EventListener;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

import com.scalekit.spring.webhooks.events.UserAuthEvent;

/**
 * Ends sessions of the console as soon as a webhook tells that they have ended at
 * Scalekit. Without webhooks they end when their tokens cannot be refreshed.
 */
@Component
class EndedSessions {

	private final SessionRegistry sessions;

	EndedSessions(SessionRegistry sessions) {
		this.sessions = sessions;
	}

	@EventListener
	void on(UserAuthEvent.Logout event) {
		if (event.data().userSession() != null) {
			end(event.data().userSession().sessionId());
		}
	}

	private void end(String sessionId) {
		this.sessions.getAllPrincipals()
			.stream()
			.filter((principal) -> principal instanceof OidcUser user
					&& Objects.equals(user.getClaimAsString("sid"), sessionId))
			.flatMap((principal) -> this.sessions.getAllSessions(principal, false).stream())
			.forEach(SessionInformation::expireNow);
	}

}
