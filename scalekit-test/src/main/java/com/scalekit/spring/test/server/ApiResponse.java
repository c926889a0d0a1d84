package com.scalekit.spring.test.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import com.scalekit.spring.test.server.Delivery.Outcome;

/**
 * A response, and how it is sent.
 */
public final class ApiResponse {

	private final int status;

	private final Map<String, String> headers;

	private final byte[] body;

	private final Delivery delivery;

	private ApiResponse(int status, Map<String, String> headers, byte[] body, Delivery delivery) {
		this.status = status;
		this.headers = headers;
		this.body = body;
		this.delivery = delivery;
	}

	/**
	 * Return {@code 200} with a body.
	 * @param body the body, written as JSON
	 * @return the response
	 */
	public static ApiResponse ok(Object body) {
		return json(200, body);
	}

	/**
	 * Return {@code 201} with a body.
	 * @param body the body, written as JSON
	 * @return the response
	 */
	public static ApiResponse created(Object body) {
		return json(201, body);
	}

	/**
	 * Return a response with a body.
	 * @param status the HTTP status
	 * @param body the body, written as JSON
	 * @return the response
	 */
	public static ApiResponse json(int status, Object body) {
		return empty(status).withBody("application/json", Json.write(body));
	}

	/**
	 * Return a page for a person, which must not be cached.
	 * @param status the HTTP status
	 * @param html the page
	 * @return the response
	 */
	public static ApiResponse html(int status, String html) {
		return empty(status).withBody("text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8)).uncacheable();
	}

	/**
	 * Return a response without a body.
	 * @param status the HTTP status
	 * @return the response
	 */
	public static ApiResponse empty(int status) {
		return new ApiResponse(status, Map.of(), new byte[0], Delivery.PROMPT);
	}

	/**
	 * Return this response with another body.
	 * @param contentType the {@code Content-Type}
	 * @param body the body
	 * @return a new response
	 */
	public ApiResponse withBody(String contentType, byte[] body) {
		return new ApiResponse(this.status, this.headers, body, this.delivery).withHeader("Content-Type", contentType);
	}

	/**
	 * Return this response with a header, which replaces one of the same name.
	 * @param name the name of the header
	 * @param value the value of the header
	 * @return a new response
	 */
	public ApiResponse withHeader(String name, String value) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(this.headers);
		headers.remove(name);
		headers.put(name, value);
		return new ApiResponse(this.status, headers, this.body, this.delivery);
	}

	/**
	 * Return this response for content that is secret or can be read only once.
	 * @return a new response
	 */
	public ApiResponse uncacheable() {
		return withHeader("Cache-Control", "no-store");
	}

	/**
	 * Return this response so that the connection breaks instead of it.
	 * @return a new response
	 */
	public ApiResponse lost() {
		return with(Delivery.of(Outcome.LOST));
	}

	/**
	 * Return this response so that the connection breaks after half of the body.
	 * @return a new response
	 */
	public ApiResponse truncated() {
		return with(Delivery.of(Outcome.TRUNCATED));
	}

	/**
	 * Return this response so that it is never sent, while the connection stays open.
	 * @return a new response
	 */
	public ApiResponse unanswered() {
		return with(Delivery.of(Outcome.UNANSWERED));
	}

	/**
	 * Return this response so that it is sent late.
	 * @param delay the time to wait before the response is sent
	 * @return a new response
	 */
	public ApiResponse delayed(Duration delay) {
		return with(Delivery.delayed(delay));
	}

	/**
	 * Return this response so that its body is sent in small pieces.
	 * @param spread the time that sending the body takes
	 * @return a new response
	 */
	public ApiResponse spread(Duration spread) {
		return with(Delivery.spread(spread));
	}

	private ApiResponse with(Delivery delivery) {
		return new ApiResponse(this.status, this.headers, this.body, delivery);
	}

	/**
	 * Return the HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Return whether the client gets the status of this response.
	 * @return {@code false} if the connection breaks or nothing is sent instead
	 */
	public boolean isDelivered() {
		return this.delivery.outcome() == Outcome.COMPLETE || this.delivery.outcome() == Outcome.TRUNCATED;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	byte[] body() {
		return this.body;
	}

	Delivery delivery() {
		return this.delivery;
	}

}
