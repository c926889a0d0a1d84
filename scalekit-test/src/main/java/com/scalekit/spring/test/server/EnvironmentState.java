package com.scalekit.spring.test.server;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What all API groups of an environment have in common: the clock, the ids, what happens
 * when a resource is deleted, who is told of changes, and this object as the lock of all
 * that they keep. A request is answered while the lock is held, so that it finds and
 * leaves everything consistent.
 */
public final class EnvironmentState {

	private final Clock clock;

	private final ThreadLocal<@Nullable Instant> otherTime = new ThreadLocal<>();

	private final String environmentId = "env_" + RandomStrings.digits();

	private final Map<String, List<Consumer<String>>> deleteListeners = new HashMap<>();

	private final Map<String, Consumer<String>> existenceChecks = new HashMap<>();

	private final Map<String, Function<String, ObjectNode>> descriptions = new HashMap<>();

	private Consumer<StateEvent> eventListener = (event) -> {
	};

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
	 * @return the time of the clock, or the one that the current thread was
	 * {@linkplain #at(Instant, Runnable) given}
	 */
	public Instant now() {
		Instant given = this.otherTime.get();
		return (given != null) ? given : this.clock.instant();
	}

	/**
	 * Let something happen at another time than that of the clock. Other threads have the
	 * time of the clock meanwhile.
	 * @param time the time
	 * @param action what happens
	 */
	public void at(Instant time, Runnable action) {
		Instant before = this.otherTime.get();
		this.otherTime.set(time);
		try {
			action.run();
		}
		finally {
			if (before != null) {
				this.otherTime.set(before);
			}
			else {
				this.otherTime.remove();
			}
		}
	}

	/**
	 * Return the time as the service keeps it.
	 * @return the time of the clock, in microseconds
	 */
	public Instant timestamp() {
		return now().truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * Return the id of the environment.
	 * @return the id, such as {@code env_1234}
	 */
	public String environmentId() {
		return this.environmentId;
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

	/**
	 * Set how the events of other groups describe a resource.
	 * @param kind the kind of the resource, as its {@link Store} names it
	 * @param description returns what events tell of the resource with an id
	 */
	public synchronized void describeBy(String kind, Function<String, ObjectNode> description) {
		this.descriptions.put(kind, description);
	}

	/**
	 * Return what an event tells of a resource of another group.
	 * @param kind the kind of the resource, as its {@link Store} names it
	 * @param id the id of the resource
	 * @return the description
	 */
	public synchronized ObjectNode describe(String kind, String id) {
		Function<String, ObjectNode> description = this.descriptions.get(kind);
		if (description == null) {
			throw new IllegalArgumentException("Nothing describes a resource of kind '%s'".formatted(kind));
		}
		return description.apply(id);
	}

	/**
	 * Set who is told of changes.
	 * @param listener takes an event while the lock is held
	 */
	public synchronized void onEvent(Consumer<StateEvent> listener) {
		this.eventListener = listener;
	}

	/**
	 * Tell that something has changed.
	 * @param type the type of the event, such as {@code organization.created}
	 * @param organizationId the id of the organization that the change happened in, or
	 * {@code null} if there is none
	 * @param data returns what is known of the resource
	 */
	public synchronized void publish(String type, @Nullable String organizationId, Supplier<?> data) {
		this.eventListener.accept(new StateEvent(type, organizationId, data));
	}

	/**
	 * Wait until the change that goes on is complete, if there is one.
	 */
	public synchronized void awaitChange() {
		// whoever gets here holds the lock
	}

	synchronized void deleted(String kind, String id) {
		this.deleteListeners.getOrDefault(kind, List.of()).forEach((listener) -> listener.accept(id));
	}

}
