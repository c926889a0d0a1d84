package com.scalekit.spring.test.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.EnvironmentState;

/**
 * A webhook, to be delivered by a test. All that a test does not set has a value that
 * Scalekit might send. <pre class="code">
 * server.webhooks().event("organization.created").data("external_id", "t-1").deliverTo(uri);
 * </pre>
 */
public final class WebhookEvent extends SignedRequest<WebhookEvent> {

	private static final String ENVIRONMENT_ID = "environment_id";

	private final String type;

	private final ObjectNode data;

	private final String object;

	private final String organizationPath;

	private final String environmentId;

	private Instant occurredAt;

	private @Nullable String organizationId;

	WebhookEvent(EventType type, ObjectNode data, Sender sender, EnvironmentState state,
			Supplier<List<SigningKey>> keys, Supplier<@Nullable URI> target) {
		super("webhook", state.nextId("evt_"), sender, state, keys, target);
		this.type = type.name();
		this.object = type.object();
		this.organizationPath = type.organization();
		this.data = data;
		this.environmentId = state.environmentId();
		if (data.has(ENVIRONMENT_ID)) {
			data.put(ENVIRONMENT_ID, this.environmentId);
		}
		this.occurredAt = state.now();
	}

	@Override
	WebhookEvent self() {
		return this;
	}

	/**
	 * Set a member of the data. <pre class="code">
	 * event.data("user.email", "ann@acme.com").data("organization.metadata", Map.of("tier", "gold"));
	 * </pre>
	 * @param path the name of the member, or the names on the way to it with dots between
	 * them
	 * @param value the value: a text, a number, a boolean, a list, a map or {@code null}
	 * @return this event
	 */
	public WebhookEvent data(String path, @Nullable Object value) {
		set(this.data, path, value);
		return this;
	}

	/**
	 * Set the organization that the event happened in, also in the data.
	 * @param id the id of the organization
	 * @return this event
	 */
	public WebhookEvent organization(String id) {
		if (this.organizationPath.isEmpty()) {
			this.organizationId = id;
			return this;
		}
		return data(this.organizationPath, id);
	}

	/**
	 * Set when the event has happened. At first that is now.
	 * @param time the time
	 * @return this event
	 */
	public WebhookEvent occurredAt(Instant time) {
		this.occurredAt = time;
		return this;
	}

	/**
	 * Deliver the event to the {@linkplain Webhooks#target(URI) target}.
	 * @return what it has answered, to the last request if there are several
	 * @throws IllegalStateException if there is no target
	 * @throws java.io.UncheckedIOException if there is no answer within 10 seconds
	 */
	public WebhookResponse deliver() {
		return send();
	}

	/**
	 * Deliver the event.
	 * @param uri the URL of the application under test that takes webhooks
	 * @return what it has answered, to the last request if there are several
	 * @throws java.io.UncheckedIOException if there is no answer within 10 seconds
	 */
	public WebhookResponse deliverTo(URI uri) {
		return send(uri);
	}

	String type() {
		return this.type;
	}

	void happenedIn(@Nullable String organizationId) {
		this.organizationId = organizationId;
	}

	@Nullable String organizationId() {
		if (this.organizationId != null || this.organizationPath.isEmpty()) {
			return this.organizationId;
		}
		return this.data.at("/" + this.organizationPath.replace('.', '/')).asString(null);
	}

	@Override
	ObjectNode payload() {
		ObjectNode payload = this.data.objectNode()
			.put("spec_version", "1")
			.put("id", id())
			.put("type", this.type)
			.put("object", this.object)
			.put("occurred_at", this.occurredAt.toString())
			.put(ENVIRONMENT_ID, this.environmentId);
		String organizationId = organizationId();
		if (organizationId != null) {
			payload.put("organization_id", organizationId);
		}
		payload.set("data", this.data);
		return payload;
	}

	@Override
	public String toString() {
		return "WebhookEvent[id=%s, type=%s]".formatted(id(), this.type);
	}

}
