package com.scalekit.spring.webhooks.events;

/**
 * Event about a user who signs in or out.
 */
public sealed interface UserAuthEvent extends ScalekitEvent {

	/**
	 * Returns what the event is about.
	 * @return the user and the session
	 */
	UserAuthEventData data();

	/**
	 * Returns the user.
	 * @return the user
	 */
	default EventUser user() {
		return data().user();
	}

	/**
	 * Returns the session that began or ended.
	 * @return the session
	 */
	default EventSession userSession() {
		return data().userSession();
	}

	/**
	 * A user signed in. The type is {@code user.login}.
	 *
	 * @param metadata what each event has
	 * @param data the user and the session
	 */
	record Login(EventMetadata metadata, UserAuthEventData data) implements UserAuthEvent {

	}

	/**
	 * A user signed out. The type is {@code user.logout}.
	 *
	 * @param metadata what each event has
	 * @param data the user and the session
	 */
	record Logout(EventMetadata metadata, UserAuthEventData data) implements UserAuthEvent {

	}

}
