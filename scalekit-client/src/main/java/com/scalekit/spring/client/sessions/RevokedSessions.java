package com.scalekit.spring.client.sessions;

import java.util.List;

/**
 * The sessions of a user that were revoked.
 *
 * @param revokedSessions the sessions, which were active before
 * @param totalRevoked the number of sessions
 */
public record RevokedSessions(List<RevokedSession> revokedSessions, long totalRevoked) {

}
