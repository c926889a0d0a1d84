package com.scalekit.spring.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.Organization.Feature;
import com.scalekit.spring.test.PageRequest.Page;

/**
 * The organizations of a {@link ScalekitServer}.
 */
public final class Organizations {

	private final Clock clock;

	private final NavigableMap<String, Organization> byId = new TreeMap<>();

	private final Map<String, Organization> byExternalId = new HashMap<>();

	private final Map<String, Organization> bySlug = new HashMap<>();

	private long lastNumber = RandomStrings.number();

	private int numbered;

	Organizations(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Add an organization. <pre class="code">
	 * String id = server.organizations().add("Acme");
	 * </pre>
	 * @param displayName the name, 1 to 200 characters
	 * @return the id of the organization
	 * @throws IllegalArgumentException if the service would refuse the organization
	 */
	public String add(String displayName) {
		return add(displayName, (organization) -> {
		});
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
		return add(displayName, (organization) -> {
			if (externalId != null) {
				organization.externalId(externalId);
			}
		});
	}

	/**
	 * Add an organization with all that it may have. <pre class="code">
	 * server.organizations().add("Acme", (acme) -&gt; acme.externalId("t-1").feature("sso"));
	 * </pre>
	 * @param displayName the name, 1 to 200 characters
	 * @param details sets the details
	 * @return the id of the organization
	 * @throws IllegalArgumentException if the service would refuse the organization
	 */
	public String add(String displayName, Consumer<NewOrganization> details) {
		NewOrganization organization = new NewOrganization(displayName);
		details.accept(organization);
		return add(organization.toInput(), organization.features());
	}

	/**
	 * Add organizations that differ in their numbers, counted from 1 since the server
	 * started or was reset: {@code Organization 1} with the external id {@code tenant-1},
	 * and so on.
	 * @param count the number of organizations
	 * @return the ids of the organizations
	 * @throws IllegalArgumentException if one of the external ids is in use
	 */
	public synchronized List<String> addMany(int count) {
		List<String> ids = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			this.numbered++;
			ids.add(add("Organization " + this.numbered, "tenant-" + this.numbered));
		}
		return ids;
	}

	/**
	 * Add the organizations of a file, which holds a JSON array of what
	 * {@code POST /api/v1/organizations} takes. <pre class="code">
	 * [ { "display_name": "Acme", "external_id": "t-1" }, { "display_name": "Other" } ]
	 * </pre>
	 * @param json the file
	 * @return the ids of the organizations
	 * @throws UncheckedIOException if the file cannot be read
	 * @throws IllegalArgumentException if the file holds something else, or the service
	 * would refuse one of the organizations; those before it are there
	 */
	public List<String> addAll(Path json) {
		try {
			return Stream.of(Json.readStrictly(Files.readAllBytes(json), OrganizationInput[].class))
				.map((input) -> add(input, List.of()))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + json, ex);
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException("%s: %s".formatted(json, ex.getMessage()), ex);
		}
	}

	private String add(OrganizationInput input, List<Feature> features) {
		Validation validation = new Validation();
		input.validateForCreate(validation);
		features.forEach((feature) -> validation.oneOf("feature", feature.name(), Organization.FEATURES));
		try {
			validation.verify();
			return create(input, features).id();
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
	synchronized Organization create(OrganizationInput input, List<Feature> features) {
		Instant now = this.clock.instant();
		Organization organization = Organization.create("org_" + (this.lastNumber + 1), input, now)
			.withFeatures(features, now);
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

	/**
	 * Forget all organizations. The ids of new ones are still different from theirs.
	 */
	synchronized void clear() {
		this.byId.clear();
		this.byExternalId.clear();
		this.bySlug.clear();
		this.numbered = 0;
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
