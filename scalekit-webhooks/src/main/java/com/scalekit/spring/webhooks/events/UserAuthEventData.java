package com.scalekit.spring.webhooks.events;

/**
 * User and session of a {@link UserAuthEvent}.
 *
 * @param user the user
 * @param userSession the session
 */
public record UserAuthEventData(EventUser user, EventSession userSession) {

}
