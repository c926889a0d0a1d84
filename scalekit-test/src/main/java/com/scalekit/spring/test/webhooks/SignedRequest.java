package com.scalekit.spring.test.webhooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;

/**
 * A request to the application under test that is signed the way Scalekit does it, or
 * wrongly.
 *
 * @param <T> the type of the request
 */
public abstract sealed class SignedRequest<T extends SignedRequest<T>> permits WebhookEvent, InterceptorQuestion {

	private final String prefix;

	private final EnvironmentState state;

	private final Sender sender;

	private final Map<String, String> moreHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final TreeSet<String> withoutHeaders = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

	private final Supplier<@Nullable URI> target;

	private Supplier<List<SigningKey>> keys;

	private String id;

	private Duration age = Duration.ZERO;

	private @Nullable Instant time;

	private byte @Nullable [] body;

	private int times = 1;

	SignedRequest(String prefix, String id, Sender sender, EnvironmentState state, Supplier<List<SigningKey>> keys,
			Supplier<@Nullable URI> target) {
		this.prefix = prefix;
		this.id = id;
		this.sender = sender;
		this.state = state;
		this.keys = keys;
		this.target = target;
	}

	abstract T self();

	abstract ObjectNode payload();

	/**
	 * Set the id. At first it is one that no other request has.
	 * @param id the id, such as {@code evt_1}
	 * @return this request
	 */
	public T id(String id) {
		this.id = id;
		return self();
	}

	final String id() {
		return this.id;
	}

	/**
	 * Let the request arrive late: its timestamp is older than it should be. More than 5
	 * minutes are too late.
	 * @param age the time since the timestamp, negative for a timestamp in the future
	 * @return this request
	 */
	public T late(Duration age) {
		this.age = age;
		return self();
	}

	/**
	 * Set the timestamp. At first it is the time of the server's clock when the request
	 * is sent.
	 * @param time the timestamp
	 * @return this request
	 */
	public T sentAt(Instant time) {
		this.time = time;
		return self();
	}

	/**
	 * Sign with a secret that is nobody's.
	 * @return this request
	 */
	public T forged() {
		List<SigningKey> foreign = List.of(SigningKey.random());
		this.keys = () -> foreign;
		return self();
	}

	/**
	 * Sign with other secrets than those of the environment.
	 * @param secrets the secrets, such as {@code whsec_MfKQ9r8GKYqrTwjU}
	 * @return this request
	 * @throws IllegalArgumentException if a secret is none
	 */
	public T signedWith(String... secrets) {
		List<SigningKey> others = Arrays.stream(secrets).map(SigningKey::of).toList();
		this.keys = () -> others;
		return self();
	}

	/**
	 * Leave a header out.
	 * @param name the name of the header
	 * @return this request
	 */
	public T withoutHeader(String name) {
		this.withoutHeaders.add(name);
		return self();
	}

	/**
	 * Set a header, also one of the signature.
	 * @param name the name of the header
	 * @param value the value
	 * @return this request
	 */
	public T header(String name, String value) {
		this.moreHeaders.put(name, value);
		return self();
	}

	/**
	 * Replace the body, which is signed as it is.
	 * @param body the body, such as {@code []}
	 * @return this request
	 */
	public T body(String body) {
		return body(body.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Replace the body, which is signed as it is.
	 * @param body the body
	 * @return this request
	 */
	public T body(byte[] body) {
		this.body = body.clone();
		return self();
	}

	/**
	 * Send the request twice, with the same id.
	 * @return this request
	 */
	public T twice() {
		this.times = 2;
		return self();
	}

	/**
	 * Return the headers, for other means to send the request. They have the time of now.
	 * @return the headers, with the signature and the content type
	 */
	public Map<String, String> headers() {
		String timestamp = Long.toString(timestamp().getEpochSecond());
		byte[] body = body();
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.put("Content-Type", "application/json");
		headers.put(this.prefix + "-id", this.id);
		headers.put(this.prefix + "-timestamp", timestamp);
		headers.put(this.prefix + "-signature",
				this.keys.get()
					.stream()
					.map((key) -> key.sign(this.id, timestamp, body))
					.collect(Collectors.joining(" ")));
		headers.putAll(this.moreHeaders);
		headers.keySet().removeAll(this.withoutHeaders);
		return Collections.unmodifiableMap(headers);
	}

	private Instant timestamp() {
		return ((this.time != null) ? this.time : this.state.now()).minus(this.age);
	}

	/**
	 * Return the body, for other means to send the request.
	 * @return the bytes that are signed
	 */
	public byte[] body() {
		return (this.body != null) ? this.body.clone() : Json.write(payload());
	}

	final WebhookResponse send() {
		URI uri = this.target.get();
		if (uri == null) {
			throw new IllegalStateException("There is no target for " + this
					+ ". Set one, or start the web server of the application under test");
		}
		return send(uri);
	}

	final WebhookResponse send(URI uri) {
		WebhookResponse response = this.sender.send(uri, headers(), body());
		for (int i = 1; i < this.times; i++) {
			response = this.sender.send(uri, headers(), body());
		}
		return response;
	}

	/**
	 * Set a member of an object by its path.
	 * @param object the object
	 * @param path the names, with dots between them
	 * @param value the value
	 */
	static void set(ObjectNode object, String path, @Nullable Object value) {
		ObjectNode parent = object;
		String[] names = path.split("\\.");
		for (int i = 0; i < names.length - 1; i++) {
			parent = (parent.get(names[i]) instanceof ObjectNode child) ? child : parent.putObject(names[i]);
		}
		parent.set(names[names.length - 1], Json.node(value));
	}

}
