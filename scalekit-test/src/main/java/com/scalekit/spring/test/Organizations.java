package com.scalekit.spring.test;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

import com.scalekit.spring.test.PageRequest.Page;
import org.jspecify.annotations.Nullable;

/**
 * The organizations of a {@link ScalekitServer}.
 */
public final class Organizations {

	private final Clock clock;

	private final NavigableMap<String, Organization> byId = new TreeMap<>();

	private final Map<String, Organization> byExternalId = new HashMap<>();

	private final Map<String, Organization> bySlug = new HashMap<>();

	private long lastNumber = RandomStrings.number();

	Organizations(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Add an organization.
	 * @param displayName the name, 1 to 200 characters
	 * @return the id of the organization
	 */
	public String add(String displayName) {
		return add(displayName, null);
	}

	/**
	 * Add an organization with an id of your own.
	 * @param displayName the name, 1 to 200 characters
	 * @param externalId the id that the application knows the organization by, unique
	 * among all organizations
	 * @return the id of the organization
	 * @throws IllegalArgumentException if the service would refuse the organization
	 */
	public String add(String displayName, @Nullable String externalId) {
		OrganizationInput input = OrganizationInput.of(displayName, externalId);
		try {
			Validation validation = new Validation();
			input.validateForCreate(validation);
			validation.verify();
			return create(input).id();
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/**
	 * Return how many organizations there are.
	 * @return the number of organizations
	 */
	public synchronized int count() {
		return this.byId.size();
	}

	/**
	 * Create an organization. The ids ascend, so that their order is that of creation.
	 */
	synchronized Organization create(OrganizationInput input) {
		Organization organization = Organization.create("org_" + (this.lastNumber + 1), input, this.clock.instant());
		replace(null, organization);
		this.lastNumber++;
		return organization;
	}

	synchronized Organization get(String id) {
		return found(this.byId.get(id));
	}

	synchronized Organization getByExternalId(String externalId) {
		return found(this.byExternalId.get(externalId));
	}

	synchronized Page<Organization> list(PageRequest page, String externalId) {
		if (externalId.isEmpty()) {
			return page.select(this.byId);
		}
		Organization match = this.byExternalId.get(externalId);
		NavigableMap<String, Organization> matches = new TreeMap<>();
		if (match != null) {
			matches.put(match.id(), match);
		}
		return page.select(Collections.unmodifiableNavigableMap(matches));
	}

	synchronized Organization update(String id, BiFunction<Organization, Instant, Organization> change) {
		Organization current = get(id);
		Organization updated = change.apply(current, this.clock.instant());
		replace(current, updated);
		return updated;
	}

	synchronized void delete(String id) {
		Organization organization = get(id);
		this.byId.remove(id);
		this.byExternalId.remove(organization.externalId());
		this.bySlug.remove(organization.slug());
	}

	private void replace(@Nullable Organization current, Organization updated) {
		refuseDuplicate("external_id", updated.externalId(), this.byExternalId, current);
		refuseDuplicate("slug", updated.slug(), this.bySlug, current);
		if (current != null) {
			delete(current.id());
		}
		this.byId.put(updated.id(), updated);
		if (updated.externalId() != null) {
			this.byExternalId.put(updated.externalId(), updated);
		}
		if (updated.slug() != null) {
			this.bySlug.put(updated.slug(), updated);
		}
	}

	private static void refuseDuplicate(String field, @Nullable String value, Map<String, Organization> holders,
			@Nullable Organization current) {
		Organization holder = holders.get(value);
		if (holder != null && holder != current) {
			throw ApiException.alreadyExists("organization with this %s already exists".formatted(field));
		}
	}

	private static Organization found(@Nullable Organization organization) {
		if (organization == null) {
			throw ApiException.resourceNotFound("organization not found");
		}
		return organization;
	}

}
