package com.scalekit.spring.client.http;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Base class of requests. A request is the JSON object that is sent: a member that was
 * never set is not sent, and a member that was set to {@code null} is sent as
 * {@code null}. Requests are immutable, and equal if they are of the same class and have
 * equal members.
 * <p>
 * A request class is final and has a private constructor, a factory method that takes
 * what is required, and a {@code with} method for each other member:
 *
 * <pre class="code">
 * public final class CreateRole extends JsonObject&lt;CreateRole&gt; {
 *
 * 	private CreateRole(Map&lt;String, @Nullable Object&gt; members) {
 * 		super(CreateRole::new, members);
 * 	}
 *
 * 	public static CreateRole named(String name) {
 * 		return new CreateRole(Map.of()).with("name", name);
 * 	}
 *
 * 	public CreateRole withDescription(String description) {
 * 		return with("description", description);
 * 	}
 *
 * }
 * </pre>
 *
 * Members are named as in Scalekit's JSON. Their values are strings, numbers, booleans,
 * enum constants, instants, records, other JSON objects, or lists and maps of these.
 *
 * @param <T> the type of the request
 */
public abstract class JsonObject<T extends JsonObject<T>> {

	private final Function<Map<String, @Nullable Object>, T> factory;

	private final Map<String, @Nullable Object> members;

	/**
	 * Create a JSON object.
	 * @param factory creates a copy with other members
	 * @param members the members
	 */
	protected JsonObject(Function<Map<String, @Nullable Object>, T> factory, Map<String, @Nullable Object> members) {
		this.factory = factory;
		this.members = members;
	}

	/**
	 * Set a member. Lists and maps are copied; they keep their order and may hold
	 * {@code null}.
	 * @param name the name of the member
	 * @param value the value
	 * @return a copy with the member
	 * @throws IllegalArgumentException if the value is {@code null}
	 */
	protected final T with(String name, Object value) {
		Assert.notNull(value, () -> "'" + name + "' must not be null");
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(this.members);
		changed.put(name, immutable(value));
		return this.factory.apply(changed);
	}

	/**
	 * Set a member that is not shown by {@link #toString()}, which ends up in logs.
	 * @param name the name of the member
	 * @param value the secret
	 * @return a copy with the member
	 * @throws IllegalArgumentException if the value is {@code null}
	 */
	protected final T withSecret(String name, String value) {
		Assert.notNull(value, () -> "'" + name + "' must not be null");
		return with(name, new Secret(value));
	}

	/**
	 * Set a member to {@code null}.
	 * @param name the name of the member
	 * @return a copy with the member
	 */
	protected final T withNull(String name) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(this.members);
		changed.put(name, null);
		return this.factory.apply(changed);
	}

	/**
	 * Remove a member.
	 * @param name the name of the member
	 * @return a copy without the member
	 */
	protected final T without(String name) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(this.members);
		changed.remove(name);
		return this.factory.apply(changed);
	}

	/**
	 * Return the value of a member.
	 * @param name the name of the member
	 * @param <V> the type of the value, the one it was set with
	 * @return the value, or {@code null} if it is not set or set to {@code null}
	 */
	@SuppressWarnings("unchecked")
	protected final <V> @Nullable V get(String name) {
		return (V) this.members.get(name);
	}

	/**
	 * Return the names of the members, for the text of a request whose values are not to
	 * be shown.
	 * @return the names
	 */
	protected final Set<String> names() {
		return this.members.keySet();
	}

	@JsonValue
	final Map<String, @Nullable Object> members() {
		return this.members;
	}

	@Override
	public final boolean equals(@Nullable Object other) {
		return other instanceof JsonObject<?> object && getClass() == object.getClass()
				&& this.members.equals(object.members);
	}

	@Override
	public final int hashCode() {
		return this.members.hashCode();
	}

	@Override
	public String toString() {
		return getClass().getSimpleName() + this.members;
	}

	/**
	 * Return the JSON object that is made of the arguments of a method. They may be
	 * secret, so its text only has their names.
	 */
	static JsonObject<?> ofArguments(Map<String, Object> arguments) {
		return new Arguments(new LinkedHashMap<>(arguments));
	}

	private static @Nullable Object immutable(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
			map.forEach((key, element) -> copy.put(key, immutable(element)));
			return Collections.unmodifiableMap(copy);
		}
		if (value instanceof Collection<?> collection) {
			return collection.stream().map(JsonObject::immutable).toList();
		}
		return value;
	}

	private static final class Arguments extends JsonObject<Arguments> {

		private Arguments(Map<String, @Nullable Object> members) {
			super(Arguments::new, members);
		}

		@Override
		public String toString() {
			return members().keySet().toString();
		}

	}

	private record Secret(@JsonValue String value) {

		@Override
		public String toString() {
			return "***";
		}

	}

}
