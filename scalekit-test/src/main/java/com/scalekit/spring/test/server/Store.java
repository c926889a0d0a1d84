package com.scalekit.spring.test.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.PageRequest.Page;

/**
 * The resources of one kind, in the order of their ids.
 *
 * @param <T> the type of a resource, which is immutable
 */
public final class Store<T> {

	private final EnvironmentState state;

	private final String kind;

	private final Function<T, String> id;

	private final NavigableMap<String, T> byId = new TreeMap<>();

	private final List<UniqueField> uniqueFields = new ArrayList<>();

	private final List<Index> indexes = new ArrayList<>();

	/**
	 * Create an empty store.
	 * @param state the state of the environment that the store is a part of
	 * @param kind the kind of the resources, as errors name it
	 * @param id returns the id of a resource
	 */
	public Store(EnvironmentState state, String kind, Function<T, String> id) {
		this.state = state;
		this.kind = kind;
		this.id = id;
		state.addExistenceCheck(kind, this::get);
	}

	/**
	 * Add a field that no two resources may have the same value of.
	 * @param name the name of the field
	 * @param value returns the value of the field, or {@code null} if there is none
	 * @return the field
	 */
	public UniqueField uniqueField(String name, Function<T, @Nullable String> value) {
		UniqueField field = new UniqueField(name, value);
		this.uniqueFields.add(field);
		return field;
	}

	/**
	 * Add an index of a field that many resources may have the same value of, such as the
	 * organization that they belong to.
	 * @param value returns the value of the field, or {@code null} if there is none
	 * @return the index
	 */
	public Index index(Function<T, @Nullable String> value) {
		Index index = new Index(value);
		this.indexes.add(index);
		return index;
	}

	/**
	 * Add a resource.
	 * @param resource the resource, whose id is not in use
	 * @throws ApiException if the value of a unique field is in use
	 */
	public void add(T resource) {
		synchronized (this.state) {
			replace(null, resource);
		}
	}

	/**
	 * Replace a resource.
	 * @param id the id
	 * @param change returns the resource to keep instead
	 * @return the resource that is kept
	 * @throws ApiException if there is no such resource, or the value of a unique field
	 * is in use
	 */
	public T update(String id, UnaryOperator<T> change) {
		synchronized (this.state) {
			T current = get(id);
			T updated = change.apply(current);
			replace(current, updated);
			return updated;
		}
	}

	/**
	 * Remove a resource, and have happen what
	 * {@linkplain EnvironmentState#onDelete(String, java.util.function.Consumer) happens}
	 * then.
	 * @param id the id
	 * @throws ApiException if there is no such resource
	 */
	public void delete(String id) {
		synchronized (this.state) {
			remove(get(id));
			this.state.deleted(this.kind, id);
		}
	}

	/**
	 * Return a resource that a request names.
	 * @param id the id
	 * @return the resource
	 * @throws ApiException if there is no such resource
	 */
	public T get(String id) {
		return found(find(id));
	}

	/**
	 * Return a resource.
	 * @param id the id
	 * @return the resource, if there is one
	 */
	public Optional<T> find(String id) {
		synchronized (this.state) {
			return Optional.ofNullable(this.byId.get(id));
		}
	}

	/**
	 * Return all resources.
	 * @return a copy
	 */
	public List<T> all() {
		synchronized (this.state) {
			return List.copyOf(this.byId.values());
		}
	}

	/**
	 * Return a part of the resources.
	 * @param page the part
	 * @return the page
	 */
	public Page<T> list(PageRequest page) {
		synchronized (this.state) {
			return page.select(this.byId);
		}
	}

	/**
	 * Return a part of the resources that a condition holds for.
	 * @param page the part
	 * @param condition the condition
	 * @return the page
	 */
	public Page<T> list(PageRequest page, Predicate<T> condition) {
		synchronized (this.state) {
			return page.select(select(this.byId, condition));
		}
	}

	private static <T> NavigableMap<String, T> select(NavigableMap<String, T> all, Predicate<T> condition) {
		NavigableMap<String, T> selected = new TreeMap<>();
		all.forEach((id, resource) -> {
			if (condition.test(resource)) {
				selected.put(id, resource);
			}
		});
		return selected;
	}

	/**
	 * Return how many resources there are.
	 * @return the number of resources
	 */
	public int count() {
		synchronized (this.state) {
			return this.byId.size();
		}
	}

	/**
	 * Remove all resources.
	 */
	public void clear() {
		synchronized (this.state) {
			this.byId.clear();
			this.uniqueFields.forEach((field) -> field.holders.clear());
			this.indexes.forEach((index) -> index.holders.clear());
		}
	}

	private void replace(@Nullable T current, T updated) {
		this.uniqueFields.forEach((field) -> field.refuseDuplicate(current, updated));
		if (current != null) {
			remove(current);
		}
		this.byId.put(this.id.apply(updated), updated);
		this.uniqueFields.forEach((field) -> field.put(updated));
		this.indexes.forEach((index) -> index.put(updated));
	}

	private void remove(T resource) {
		this.byId.remove(this.id.apply(resource));
		this.uniqueFields.forEach((field) -> field.remove(resource));
		this.indexes.forEach((index) -> index.remove(resource));
	}

	private T found(Optional<T> resource) {
		return resource.orElseThrow(() -> ApiException.resourceNotFound(this.kind + " not found"));
	}

	/**
	 * A field that no two resources of the store have the same value of.
	 */
	public final class UniqueField {

		private final String name;

		private final Function<T, @Nullable String> value;

		private final Map<String, T> holders = new HashMap<>();

		private UniqueField(String name, Function<T, @Nullable String> value) {
			this.name = name;
			this.value = value;
		}

		/**
		 * Return the resource that a request names by the value of this field.
		 * @param value the value
		 * @return the resource
		 * @throws ApiException if there is no such resource
		 */
		public T get(String value) {
			return found(find(value));
		}

		/**
		 * Return the resource that has a value of this field.
		 * @param value the value
		 * @return the resource, if there is one
		 */
		public Optional<T> find(String value) {
			synchronized (Store.this.state) {
				return Optional.ofNullable(this.holders.get(value));
			}
		}

		/**
		 * Return a part of the resources that have a value of this field, which are one
		 * at most.
		 * @param value the value
		 * @param page the part
		 * @return the page
		 */
		public Page<T> list(String value, PageRequest page) {
			NavigableMap<String, T> matches = new TreeMap<>();
			find(value).ifPresent((match) -> matches.put(Store.this.id.apply(match), match));
			return page.select(Collections.unmodifiableNavigableMap(matches));
		}

		private void refuseDuplicate(@Nullable T current, T updated) {
			String value = this.value.apply(updated);
			T holder = (value != null) ? this.holders.get(value) : null;
			if (holder != null && holder != current) {
				throw ApiException
					.alreadyExists("%s with this %s already exists".formatted(Store.this.kind, this.name));
			}
		}

		private void put(T resource) {
			String value = this.value.apply(resource);
			if (value != null) {
				this.holders.put(value, resource);
			}
		}

		private void remove(T resource) {
			this.holders.remove(this.value.apply(resource));
		}

	}

	/**
	 * The resources by the value of a field.
	 */
	public final class Index {

		private final Function<T, @Nullable String> value;

		private final Map<String, NavigableMap<String, T>> holders = new HashMap<>();

		private Index(Function<T, @Nullable String> value) {
			this.value = value;
		}

		/**
		 * Return a part of the resources that have a value of the field.
		 * @param value the value
		 * @param page the part
		 * @return the page
		 */
		public Page<T> list(String value, PageRequest page) {
			synchronized (Store.this.state) {
				return page.select(holders(value));
			}
		}

		/**
		 * Return a part of the resources that have a value of the field and that a
		 * condition holds for.
		 * @param value the value
		 * @param page the part
		 * @param condition the condition
		 * @return the page
		 */
		public Page<T> list(String value, PageRequest page, Predicate<T> condition) {
			synchronized (Store.this.state) {
				return page.select(select(holders(value), condition));
			}
		}

		/**
		 * Return a resource that a request names, together with the one it belongs to.
		 * @param value the value of the field
		 * @param id the id of the resource
		 * @return the resource
		 * @throws ApiException if there is no such resource, or it has another value
		 */
		public T get(String value, String id) {
			synchronized (Store.this.state) {
				return found(Optional.ofNullable(holders(value).get(id)));
			}
		}

		/**
		 * Return all resources that have a value of the field.
		 * @param value the value
		 * @return a copy
		 */
		public List<T> all(String value) {
			synchronized (Store.this.state) {
				return List.copyOf(holders(value).values());
			}
		}

		/**
		 * {@linkplain Store#delete(String) Delete} all resources that have a value of the
		 * field.
		 * @param value the value
		 */
		public void deleteAll(String value) {
			synchronized (Store.this.state) {
				all(value).stream().map(Store.this.id).filter(Store.this.byId::containsKey).forEach(Store.this::delete);
			}
		}

		private NavigableMap<String, T> holders(String value) {
			return this.holders.getOrDefault(value, Collections.emptyNavigableMap());
		}

		private void put(T resource) {
			String value = this.value.apply(resource);
			if (value != null) {
				this.holders.computeIfAbsent(value, (key) -> new TreeMap<>())
					.put(Store.this.id.apply(resource), resource);
			}
		}

		private void remove(T resource) {
			String value = this.value.apply(resource);
			if (value != null) {
				this.holders.computeIfPresent(value, (key, holders) -> {
					holders.remove(Store.this.id.apply(resource));
					return (!holders.isEmpty()) ? holders : null;
				});
			}
		}

	}

}
