package com.scalekit.spring.test.webhooks;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.StateEvent;

/**
 * The webhooks of a {@code ScalekitServer}. A test delivers those that it writes:
 * <pre class="code">
 * server.webhooks().event("user.login").deliverTo(uri);
 * </pre> With a {@linkplain #target(URI) target}, the server delivers by itself what
 * happens in it: <pre class="code">
 * server.webhooks().target(uri);
 * server.organizations().add("Acme");
 * server.webhooks().awaitDelivery("organization.created");
 * </pre>
 */
public final class Webhooks {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final EnvironmentState state;

	private final SigningKeys keys;

	private final Sender sender;

	private final Dispatcher dispatcher;

	private volatile @Nullable URI target;

	private volatile boolean silent;

	Webhooks(EnvironmentState state, SigningKey key, Sender sender, @Nullable URI target) {
		this.state = state;
		this.keys = new SigningKeys(key);
		this.sender = sender;
		this.dispatcher = new Dispatcher(state, sender);
		this.target = target;
	}

	/**
	 * Return the secret that the application under test checks signatures with. After a
	 * rotation, it is the new one.
	 * @return the secret, such as {@code whsec_MfKQ9r8GKYqrTwjU}
	 */
	public String secret() {
		return this.keys.secrets().get(0);
	}

	/**
	 * Return the secrets that requests are signed with.
	 * @return the secrets, the newest first
	 */
	public List<String> secrets() {
		return this.keys.secrets();
	}

	/**
	 * Rotate the secret. Until the {@linkplain #dropOldSecrets() old ones are dropped},
	 * requests are signed with the new secret and with those before it.
	 * @return the new secret
	 */
	public String rotate() {
		return this.keys.rotate();
	}

	/**
	 * Sign with the newest secret only.
	 */
	public void dropOldSecrets() {
		this.keys.dropOld();
	}

	/**
	 * Write a webhook of a type that Scalekit has published.
	 * @param type the type, such as {@code organization.created}
	 * @return the webhook, with data that Scalekit might send
	 * @throws IllegalArgumentException if there is no such type
	 */
	public WebhookEvent event(String type) {
		EventType published = EventType.published(type);
		return event(published, published.sample().deepCopy());
	}

	/**
	 * Write a webhook of a type that Scalekit has not published yet.
	 * @param type the type
	 * @param object what the data is about, such as {@code Organization}
	 * @return the webhook, without data
	 */
	public WebhookEvent unpublishedEvent(String type, String object) {
		EventType unpublished = EventType.unpublished(type, object);
		return event(unpublished, unpublished.sample());
	}

	private WebhookEvent event(EventType type, ObjectNode data) {
		return new WebhookEvent(type, data, this.sender, this.state, this.keys::current, this::target);
	}

	/**
	 * Deliver what happens from now on, in the order in which it happens: what the
	 * application under test changes with the API, and what a test adds, but not the
	 * initial data of the server. A delivery begins after the change is complete, and is
	 * repeated until the target answers with a status of 200 to 299, at most as often as
	 * {@linkplain #retries(Duration...) set}.
	 * @param uri the URL of the application under test that takes webhooks, or
	 * {@code null} to deliver nothing
	 */
	public void target(@Nullable URI uri) {
		this.target = uri;
	}

	/**
	 * Return where the server delivers what happens.
	 * @return the URL, or {@code null} if nothing is delivered
	 */
	public @Nullable URI target() {
		return this.target;
	}

	/**
	 * Set when a delivery that has failed is repeated. At first that is 5 times, after
	 * 50, 100, 200, 400 and 800 milliseconds; Scalekit takes minutes.
	 * @param delays the time before each further attempt, none for a single attempt
	 */
	public void retries(Duration... delays) {
		this.dispatcher.retries(List.of(delays));
	}

	/**
	 * Return what the server has delivered by itself, or has tried to, in the order in
	 * which the attempts have ended: the latest 10 000. What a test has delivered is no
	 * part of it.
	 * @return the attempts
	 */
	public List<WebhookDelivery> deliveries() {
		return this.dispatcher.deliveries();
	}

	/**
	 * Return what the server has delivered by itself of a type of event.
	 * @param type the type, such as {@code organization.created}
	 * @return the attempts, of the {@linkplain #deliveries() deliveries} so far
	 */
	public List<WebhookDelivery> deliveries(String type) {
		EventType.published(type);
		return deliveries().stream().filter((delivery) -> delivery.type().equals(type)).toList();
	}

	/**
	 * Wait up to 10 seconds until the target has accepted an event of a type.
	 * @param type the type, such as {@code organization.created}
	 * @return the latest such delivery
	 * @throws AssertionError if there is none
	 */
	public WebhookDelivery awaitDelivery(String type) {
		return awaitDelivery(type, PATIENCE);
	}

	/**
	 * Wait until the target has accepted an event of a type.
	 * @param type the type, such as {@code organization.created}
	 * @param patience the longest time to wait
	 * @return the latest such delivery
	 * @throws AssertionError if there is none
	 */
	public WebhookDelivery awaitDelivery(String type, Duration patience) {
		EventType.published(type);
		return this.dispatcher.await(type, patience);
	}

	/**
	 * Wait up to 10 seconds until all that has happened so far is delivered, or its last
	 * attempt has failed.
	 * @return the {@linkplain #deliveries() deliveries}
	 * @throws AssertionError if it takes longer
	 */
	public List<WebhookDelivery> awaitDeliveries() {
		return this.dispatcher.awaitAll(PATIENCE);
	}

	void publish(StateEvent event) {
		URI uri = this.target;
		if (uri != null && !this.silent) {
			WebhookEvent webhook = event(EventType.published(event.type()), (ObjectNode) Json.node(event.data().get()));
			webhook.happenedIn(event.organizationId());
			this.dispatcher.add(uri, webhook);
		}
	}

	void silently(Runnable changes) {
		this.silent = true;
		try {
			changes.run();
		}
		finally {
			this.silent = false;
		}
	}

	void reset() {
		this.keys.reset();
		this.dispatcher.reset();
	}

	void close() {
		this.dispatcher.close();
	}

}
