package com.scalekit.spring.test.webhooks;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Router;

/**
 * What the server sends by itself or for a test, instead of answering.
 */
public final class OutboundCalls implements ApiGroup, AutoCloseable {

	private final Webhooks webhooks;

	private final Interceptors interceptors;

	/**
	 * Create the calls.
	 * @param state the state of the environment
	 * @param webhookSecret the secret of webhooks, or {@code null} for a random one
	 * @param interceptorSecret the secret of interceptors, or {@code null} for a random
	 * one
	 * @param webhookTarget where webhooks are sent to, or {@code null}
	 * @param interceptorTarget where interceptors are asked, or {@code null}
	 */
	public OutboundCalls(EnvironmentState state, @Nullable String webhookSecret, @Nullable String interceptorSecret,
			@Nullable URI webhookTarget, @Nullable URI interceptorTarget) {
		Sender sender = new Sender();
		this.webhooks = new Webhooks(state, key(webhookSecret), sender, webhookTarget);
		this.interceptors = new Interceptors(state, key(interceptorSecret), sender, interceptorTarget);
		state.onEvent(this.webhooks::publish);
	}

	private static SigningKey key(@Nullable String secret) {
		return (secret != null) ? SigningKey.of(secret) : SigningKey.random();
	}

	/**
	 * Return the webhooks.
	 * @return the webhooks
	 */
	public Webhooks webhooks() {
		return this.webhooks;
	}

	/**
	 * Return the interceptors.
	 * @return the interceptors
	 */
	public Interceptors interceptors() {
		return this.interceptors;
	}

	/**
	 * Change the state without announcing it.
	 * @param changes the changes
	 */
	public void silently(Runnable changes) {
		this.webhooks.silently(changes);
	}

	@Override
	public void register(Router router) {
		// applications call nothing of it
	}

	@Override
	public void reset() {
		this.webhooks.reset();
		this.interceptors.reset();
	}

	/**
	 * Send nothing any more.
	 */
	@Override
	public void close() {
		this.webhooks.close();
	}

}
