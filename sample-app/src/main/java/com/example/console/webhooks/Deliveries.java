package com.example.console.webhooks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import com.scalekit.spring.webhooks.events.ScalekitEvent;

/**
 * The latest deliveries. Those that were refused are counted only: anyone can send them.
 */
@Component
class Deliveries {

	static final int CAPACITY = 200;

	private final Deque<Delivery> newestFirst = new ArrayDeque<>();

	private final Map<String, ScalekitEvent> events = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, ScalekitEvent> eldest) {
			return size() > CAPACITY;
		}

	};

	private final AtomicLong refused = new AtomicLong();

	synchronized void add(Delivery delivery) {
		if (this.newestFirst.size() == CAPACITY) {
			this.newestFirst.removeLast();
		}
		this.newestFirst.addFirst(delivery);
	}

	void refuse() {
		this.refused.incrementAndGet();
	}

	synchronized List<Delivery> newestFirst() {
		return List.copyOf(this.newestFirst);
	}

	long refused() {
		return this.refused.get();
	}

	/**
	 * Remember an event, of which a later delivery tells the id only.
	 */
	synchronized void remember(ScalekitEvent event) {
		this.events.put(event.id(), event);
	}

	synchronized @Nullable ScalekitEvent event(String id) {
		return this.events.get(id);
	}

}
