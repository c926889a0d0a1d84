package com.scalekit.spring.test.server;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a record that differs from another one in some of its components, which are named
 * as in JSON.
 *
 * @param <T> the type of the record
 */
final class RecordChanges<T extends Record> {

	private static final ClassValue<Map<String, RecordComponent>> COMPONENTS = new ClassValue<>() {

		@Override
		protected Map<String, RecordComponent> computeValue(Class<?> type) {
			Map<String, RecordComponent> components = new LinkedHashMap<>();
			for (RecordComponent component : type.getRecordComponents()) {
				component.getAccessor().setAccessible(true);
				components.put(name(component), component);
			}
			return components;
		}

	};

	private final T current;

	private final Map<String, RecordComponent> components;

	private RecordChanges(T current) {
		this.current = current;
		this.components = COMPONENTS.get(current.getClass());
	}

	static <T extends Record> RecordChanges<T> of(T current) {
		return new RecordChanges<>(current);
	}

	private static String name(RecordComponent component) {
		JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
		return (property != null && !property.value().isEmpty()) ? property.value()
				: component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
	}

	/**
	 * What the record does not have is ignored.
	 */
	T merge(ObjectNode changes, JsonMapper mapper) {
		Map<String, @Nullable Object> members = new HashMap<>();
		this.components.forEach((name, component) -> {
			JsonNode change = changes.get(name);
			if (change != null && !change.isNull()) {
				members.put(name, merge(component, change, mapper));
			}
		});
		return with(members);
	}

	private @Nullable Object merge(RecordComponent component, JsonNode change, JsonMapper mapper) {
		Object value = value(component);
		if (value instanceof Record record && change instanceof ObjectNode changes) {
			return of(record).merge(changes, mapper);
		}
		if (change.isString() && change.stringValue().isEmpty() && isNullable(component)) {
			return null;
		}
		try {
			return mapper.convertValue(change, mapper.constructType(component.getGenericType()));
		}
		catch (JacksonException ex) {
			throw ApiException.invalidArgument("invalid value for field " + name(component));
		}
	}

	private static boolean isNullable(RecordComponent component) {
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	T with(Map<String, ? extends @Nullable Object> members) {
		members.keySet().stream().filter((name) -> !this.components.containsKey(name)).findFirst().ifPresent((name) -> {
			throw new IllegalArgumentException("%s has no member '%s'".formatted(this.current.getClass(), name));
		});
		@Nullable Object[] values = this.components.entrySet()
			.stream()
			.map((entry) -> (members.containsKey(entry.getKey())) ? members.get(entry.getKey())
					: value(entry.getValue()))
			.toArray();
		return create(values);
	}

	private @Nullable Object value(RecordComponent component) {
		try {
			return component.getAccessor().invoke(this.current);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@SuppressWarnings("unchecked")
	private T create(@Nullable Object[] values) {
		try {
			Class<?>[] types = this.components.values().stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
			Constructor<?> constructor = this.current.getClass().getDeclaredConstructor(types);
			constructor.setAccessible(true);
			return (T) constructor.newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
