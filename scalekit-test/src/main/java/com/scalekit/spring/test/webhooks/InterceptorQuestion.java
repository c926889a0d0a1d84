package com.scalekit.spring.test.webhooks;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;

/**
 * A question to an interceptor. All that a test does not set has a value that Scalekit
 * might send.
 */
public final class InterceptorQuestion extends SignedRequest<InterceptorQuestion> {

	private static final ObjectNode SAMPLES = Json.readResource(InterceptorQuestion.class, "interceptors.json");

	private final String trigger;

	private final ObjectNode context;

	private final ObjectNode data;

	InterceptorQuestion(String trigger, Sender sender, EnvironmentState state, Supplier<List<SigningKey>> keys,
			Supplier<@Nullable URI> target) {
		super("interceptor", state.nextId("int_"), sender, state, keys, target);
		this.trigger = trigger;
		this.context = sample(trigger, "context").put("environment_id", state.environmentId())
			.put("triggered_at", state.timestamp().toString());
		this.data = sample(trigger, "data");
	}

	private static ObjectNode sample(String trigger, String member) {
		JsonNode sample = SAMPLES.path(trigger).path(member);
		return (sample instanceof ObjectNode object) ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
	}

	@Override
	InterceptorQuestion self() {
		return this;
	}

	/**
	 * Set the e-mail address of the user that the question is about.
	 * @param email the e-mail address
	 * @return this question
	 */
	public InterceptorQuestion email(String email) {
		context("user_email", email);
		return (this.data.has("user")) ? data("user.email", email) : this;
	}

	/**
	 * Set the organization that the question is about.
	 * @param id the id of the organization
	 * @return this question
	 */
	public InterceptorQuestion organization(String id) {
		if (this.data.has("m2m_token_claims")) {
			return data("m2m_token_claims.claims.oid", id);
		}
		context("organization_id", id);
		return (this.data.has("organization")) ? data("organization.id", id) : this;
	}

	/**
	 * Set a member of the context. <pre class="code">
	 * question.context("auth_request.login_hint", "ann@acme.com").context("ip_address", "192.0.2.1");
	 * </pre>
	 * @param path the name of the member, or the names on the way to it with dots between
	 * them
	 * @param value the value: a text, a number, a boolean, a list, a map or {@code null}
	 * @return this question
	 */
	public InterceptorQuestion context(String path, @Nullable Object value) {
		set(this.context, path, value);
		return this;
	}

	/**
	 * Set a member of the data. <pre class="code">
	 * question.data("user.name", "Ann Doe");
	 * </pre> There is no user in a question before a sign-up or an invitation, unless it
	 * is one who exists in another organization already.
	 * @param path the name of the member, or the names on the way to it with dots between
	 * them
	 * @param value the value: a text, a number, a boolean, a list, a map or {@code null}
	 * @return this question
	 */
	public InterceptorQuestion data(String path, @Nullable Object value) {
		set(this.data, path, value);
		return this;
	}

	/**
	 * Ask the {@linkplain Interceptors#target(URI) target}.
	 * @return what it has answered, to the last request if there are several
	 * @throws IllegalStateException if there is no target
	 * @throws java.io.UncheckedIOException if there is no answer within 10 seconds
	 */
	public InterceptorDecision decision() {
		return new InterceptorDecision(send());
	}

	/**
	 * Ask the question.
	 * @param uri the URL of the application under test that decides
	 * @return what it has answered, to the last request if there are several
	 * @throws java.io.UncheckedIOException if there is no answer within 10 seconds
	 */
	public InterceptorDecision at(URI uri) {
		return new InterceptorDecision(send(uri));
	}

	@Override
	ObjectNode payload() {
		ObjectNode payload = this.data.objectNode()
			.put("display_name", "In-memory environment")
			.put("trigger_point", this.trigger);
		payload.set("interceptor_context", this.context);
		payload.set("data", this.data);
		return payload;
	}

	@Override
	public String toString() {
		return "InterceptorQuestion[id=%s, trigger=%s]".formatted(id(), this.trigger);
	}

}
