package com.scalekit.spring.test.organizations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.organizations.StoredOrganization.Feature;
import com.scalekit.spring.test.organizations.StoredOrganization.Settings;
import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.PageRequest.Page;
import com.scalekit.spring.test.server.RequestRules;
import com.scalekit.spring.test.server.Store;

/**
 * The organizations of a {@code ScalekitServer}.
 */
public final class Organizations {

	private final EnvironmentState state;

	private final Store<StoredOrganization> store;

	private final Store<StoredOrganization>.UniqueField externalId;

	private int numbered;

	Organizations(EnvironmentState state) {
		this.state = state;
		this.store = new Store<>(state, "organization", StoredOrganization::id);
		this.externalId = this.store.uniqueField("external_id", StoredOrganization::externalId);
		this.store.uniqueField("slug", StoredOrganization::slug);
		state.describeBy("organization", (id) -> describe(get(id)));
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
		return add(NewOrganization.named(displayName));
	}

	/**
	 * Add an organization with an id of your own.
	 * @param displayName the name, 1 to 200 characters
	 * @param externalId the id that the application knows the organization by, unique
	 * among all organizations, or {@code null} if there is none
	 * @return the id of the organization
	 * @throws IllegalArgumentException if the service would refuse the organization
	 */
	public String add(String displayName, @Nullable String externalId) {
		return add(NewOrganization.named(displayName).externalId(externalId));
	}

	/**
	 * Add an organization with all that it may have. <pre class="code">
	 * server.organizations().add(NewOrganization.named("Acme").externalId("t-1").feature("sso"));
	 * </pre>
	 * @param organization the organization
	 * @return the id of the organization
	 * @throws IllegalArgumentException if the service would refuse the organization
	 */
	public String add(NewOrganization organization) {
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
	public List<String> addMany(int count) {
		synchronized (this.state) {
			List<String> ids = new ArrayList<>(count);
			for (int i = 0; i < count; i++) {
				this.numbered++;
				ids.add(add("Organization " + this.numbered, "tenant-" + this.numbered));
			}
			return ids;
		}
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
		try {
			RequestRules.verifyBody("CreateOrganization", input);
			RequestRules.verifyBody("UpdateOrganizationSettings", new Settings(features));
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
	public int count() {
		return this.store.count();
	}

	/**
	 * Return all organizations as they are now, in the order in which they were created.
	 * <pre class="code">
	 * assertThat(server.organizations().all()).extracting(StoredOrganization::displayName)
	 * 	.containsExactly("Acme", "Other");
	 * </pre>
	 * @return the organizations
	 */
	public List<StoredOrganization> all() {
		return this.store.all();
	}

	/**
	 * Return an organization as it is now. <pre class="code">
	 * assertThat(server.organizations().get(id).metadata()).containsEntry("tier", "gold");
	 * </pre>
	 * @param id the id of the organization
	 * @return the organization
	 * @throws NoSuchElementException if there is no such organization
	 */
	public StoredOrganization get(String id) {
		return find(id).orElseThrow(() -> new NoSuchElementException("There is no organization '%s'".formatted(id)));
	}

	/**
	 * Return an organization as it is now.
	 * @param id the id of the organization
	 * @return the organization, if there is one
	 */
	public Optional<StoredOrganization> find(String id) {
		return this.store.find(id);
	}

	/**
	 * Return the organization with an external id, as it is now.
	 * @param externalId the id that the application knows the organization by
	 * @return the organization, if there is one
	 */
	public Optional<StoredOrganization> findByExternalId(String externalId) {
		return this.externalId.find(externalId);
	}

	StoredOrganization create(OrganizationInput input, List<Feature> features) {
		synchronized (this.state) {
			StoredOrganization organization = StoredOrganization
				.create(this.state.nextId("org_"), input, this.state.timestamp())
				.withFeatures(features);
			this.store.add(organization);
			publish("organization.created", organization);
			return organization;
		}
	}

	private static ObjectNode describe(StoredOrganization organization) {
		return Json.select(organization, "id", "display_name", "external_id", "region_code", "create_time",
				"update_time", "metadata", "settings");
	}

	private void publish(String type, StoredOrganization organization) {
		this.state.publish(type, organization.id(), () -> describe(organization));
	}

	StoredOrganization require(String id) {
		return this.store.get(id);
	}

	StoredOrganization requireByExternalId(String externalId) {
		return this.externalId.get(externalId);
	}

	Page<StoredOrganization> list(PageRequest page, String externalId) {
		return (externalId.isEmpty()) ? this.store.list(page) : this.externalId.list(externalId, page);
	}

	/**
	 * Update an organization. Metadata is replaced as a whole: whether the service does
	 * so or merges is not documented.
	 */
	StoredOrganization update(String id, UnaryOperator<StoredOrganization> change) {
		StoredOrganization updated = this.store.update(id,
				(organization) -> change.apply(organization).withUpdateTime(this.state.timestamp()));
		publish("organization.updated", updated);
		return updated;
	}

	/**
	 * Delete an organization. Whether the service tells of all that is deleted with it is
	 * not documented: only the organization is announced.
	 */
	void delete(String id) {
		StoredOrganization organization = this.store.get(id);
		this.store.delete(id);
		String now = this.state.timestamp().toString();
		this.state.publish("organization.deleted", id, () -> describe(organization).put("deleted_at", now));
	}

	/**
	 * Forget all organizations. The ids of new ones are still different from theirs.
	 */
	void clear() {
		synchronized (this.state) {
			this.store.clear();
			this.numbered = 0;
		}
	}

}
