package com.scalekit.spring.test.server;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What all API groups of an environment have in common: the clock, the ids, what happens
 * when a resource is deleted, and this object as the lock of all that they keep. A
 * request is answered while the lock is held, so that it finds and leaves everything
 * consistent.
 */
public final class EnvironmentState {

	private final Clock clock;

	private final Map<String, List<Consumer<String>>> deleteListeners = new HashMap<>();

	private final Map<String, Consumer<String>> existenceChecks = new HashMap<>();

	private long lastNumber = RandomStrings.number();

	/**
	 * Create the state of an environment.
	 * @param clock the clock
	 */
	public EnvironmentState(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Return the time.
	 * @return the time of the clock
	 */
	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * Return the time as the service keeps it.
	 * @return the time of the clock, in microseconds
	 */
	public Instant timestamp() {
		return now().truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * Return an id that was not there before. The ids ascend, so that their order is that
	 * of creation.
	 * @param prefix what the id begins with, such as {@code org_}
	 * @return the prefix and 18 digits
	 */
	public synchronized String nextId(String prefix) {
		this.lastNumber++;
		return prefix + this.lastNumber;
	}

	/**
	 * Refuse a request that names a resource of another group that does not exist.
	 * @param kind the kind of the resource, as its {@link Store} names it
	 * @param id the id of the resource
	 * @throws ApiException if there is no such resource
	 */
	public synchronized void require(String kind, String id) {
		Consumer<String> check = this.existenceChecks.get(kind);
		if (check == null) {
			throw new IllegalArgumentException("Nothing keeps a resource of kind '%s'".formatted(kind));
		}
		check.accept(id);
	}

	synchronized void addExistenceCheck(String kind, Consumer<String> check) {
		this.existenceChecks.put(kind, check);
	}

	/**
	 * Have something happen after a resource was deleted, such as that all that belongs
	 * to it is deleted, too.
	 * @param kind the kind of the resource, as its {@link Store} names it
	 * @param listener takes the id of the resource, while the lock is held
	 */
	public synchronized void onDelete(String kind, Consumer<String> listener) {
		this.deleteListeners.computeIfAbsent(kind, (key) -> new ArrayList<>()).add(listener);
	}

	synchronized void deleted(String kind, String id) {
		this.deleteListeners.getOrDefault(kind, List.of()).forEach((listener) -> listener.accept(id));
	}

}
