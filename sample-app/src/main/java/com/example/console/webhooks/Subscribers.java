package com.example.console.webhooks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages. There is a bounded number of them, each with at most one thread at
 * work, so that a page that reads slowly delays no other, and no answer to Scalekit.
 */
@Component
class Subscribers {

	static final int CAPACITY = 32;

	private final Set<Subscriber> subscribers = new LinkedHashSet<>();

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(0, CAPACITY, 10, TimeUnit.SECONDS,
			new SynchronousQueue<>(), new CustomizableThreadFactory("webhooks-page-"));

	private boolean closed;

	/**
	 * Add a page.
	 * @param emitter the connection to it
	 * @return whether there is room for it
	 */
	boolean add(SseEmitter emitter) throws IOException {
		Subscriber subscriber = new Subscriber(emitter, this.executor);
		synchronized (this) {
			if (this.closed || this.subscribers.size() == CAPACITY) {
				return false;
			}
			this.subscribers.add(subscriber);
		}
		emitter.onTimeout(emitter::complete);
		emitter.onCompletion(() -> remove(subscriber));
		emitter.send(SseEmitter.event().reconnectTime(Duration.ofSeconds(1).toMillis()));
		return true;
	}

	private synchronized void remove(Subscriber subscriber) {
		this.subscribers.remove(subscriber);
	}

	/**
	 * Tell all pages that there is something new. Those that do not keep up are dropped;
	 * they connect again when they can.
	 */
	void signal() {
		for (Subscriber subscriber : all()) {
			if (!subscriber.signal()) {
				remove(subscriber);
				subscriber.drop();
			}
		}
	}

	private synchronized List<Subscriber> all() {
		return new ArrayList<>(this.subscribers);
	}

	synchronized int size() {
		return this.subscribers.size();
	}

	/**
	 * Let all pages go before the web server waits for its last requests.
	 */
	@EventListener(ContextClosedEvent.class)
	void close() {
		synchronized (this) {
			this.closed = true;
		}
		all().forEach(Subscriber::drop);
		this.executor.shutdown();
	}

}
