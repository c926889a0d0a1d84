package com.scalekit.spring.webhooks.events;

/**
 * Event about a connected account, with which tools act for a user.
 */
public sealed interface ConnectedAccountEvent extends ScalekitEvent {

	/**
	 * Returns what the event is about.
	 * @return the connected account
	 */
	ConnectedAccountData data();

	/**
	 * A connected account was created. The type is {@code connected_account.created}.
	 *
	 * @param metadata what each event has
	 * @param data the connected account
	 */
	record Created(EventMetadata metadata, ConnectedAccountEventData data) implements ConnectedAccountEvent {

	}

	/**
	 * A connected account was changed. The type is {@code connected_account.updated}.
	 *
	 * @param metadata what each event has
	 * @param data the connected account
	 */
	record Updated(EventMetadata metadata, ConnectedAccountEventData data) implements ConnectedAccountEvent {

	}

	/**
	 * A connected account was deleted. The type is {@code connected_account.deleted}.
	 *
	 * @param metadata what each event has
	 * @param data the connected account
	 */
	record Deleted(EventMetadata metadata, ConnectedAccountEventData data) implements ConnectedAccountEvent {

	}

	/**
	 * A link to authorize a connected account was generated. The type is
	 * {@code connected_account.magic_link_generated}.
	 *
	 * @param metadata what each event has
	 * @param data the connected account
	 */
	record MagicLinkGenerated(EventMetadata metadata, ConnectedAccountEventData data) implements ConnectedAccountEvent {

	}

	/**
	 * The tokens of a connected account were fetched. The type is
	 * {@code connected_account.oauth_tokens_fetched}.
	 *
	 * @param metadata what each event has
	 * @param data the connected account
	 */
	record OAuthTokensFetched(EventMetadata metadata, ConnectedAccountEventData data) implements ConnectedAccountEvent {

	}

	/**
	 * A user authorized a connected account. The type is
	 * {@code connected_account.oauth_succeeded}.
	 *
	 * @param metadata what each event has
	 * @param data the connected account
	 */
	record OAuthSucceeded(EventMetadata metadata, ConnectedAccountEventData data) implements ConnectedAccountEvent {

	}

	/**
	 * The token of a connected account was refreshed. The type is
	 * {@code connected_account.token_refresh_succeeded}.
	 *
	 * @param metadata what each event has
	 * @param data the connected account
	 */
	record TokenRefreshSucceeded(EventMetadata metadata,
			ConnectedAccountEventData data) implements ConnectedAccountEvent {

	}

	/**
	 * The token of a connected account could not be refreshed. The type is
	 * {@code connected_account.token_refresh_failed}.
	 *
	 * @param metadata what each event has
	 * @param data the connected account
	 */
	record TokenRefreshFailed(EventMetadata metadata, ConnectedAccountEventData data) implements ConnectedAccountEvent {

	}

	/**
	 * The status of a connected account changed. The type is
	 * {@code connected_account.status_updated}.
	 *
	 * @param metadata what each event has
	 * @param data the connected account with its old and its new status
	 */
	record StatusUpdated(EventMetadata metadata,
			ConnectedAccountStatusUpdatedEventData data) implements ConnectedAccountEvent {

	}

}
