package com.example.console.organizations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.UpdateOrganization;

/**
 * What is typed into the form of an organization. Scalekit has the rules for it; none of
 * them is repeated here.
 *
 * @param displayName the name
 * @param externalId the application's own identifier of the tenant, empty if there is
 * none
 * @param slug the name used in URLs, empty if there is none
 * @param logoUrl the URL of the logo, empty if there is none
 * @param metadata the rows of the metadata editor
 */
record OrganizationForm(String displayName, String externalId, String slug, String logoUrl,
		List<MetadataEntry> metadata) {

	private static final String METADATA = "metadata.";

	OrganizationForm {
		displayName = TextField.valueOf(displayName);
		externalId = TextField.valueOf(externalId);
		slug = TextField.valueOf(slug);
		logoUrl = TextField.valueOf(logoUrl);
		metadata = copyOf(metadata);
	}

	private static List<MetadataEntry> copyOf(@Nullable List<MetadataEntry> metadata) {
		return (metadata != null) ? List.copyOf(metadata) : List.of();
	}

	static OrganizationForm withExternalId(@Nullable String externalId) {
		return new OrganizationForm("", TextField.valueOf(externalId), "", "", List.of());
	}

	static OrganizationForm of(Organization organization) {
		return new OrganizationForm(organization.displayName(), TextField.valueOf(organization.externalId()),
				TextField.valueOf(organization.slug()), TextField.valueOf(organization.logoUrl()),
				organization.metadata()
					.entrySet()
					.stream()
					.map((entry) -> new MetadataEntry(entry.getKey(), entry.getValue()))
					.toList());
	}

	OrganizationForm addEntry() {
		List<MetadataEntry> rows = new ArrayList<>(this.metadata);
		rows.add(MetadataEntry.EMPTY);
		return withMetadata(rows);
	}

	OrganizationForm removeEntry(int row) {
		List<MetadataEntry> rows = new ArrayList<>(this.metadata);
		if (row >= 0 && row < rows.size()) {
			rows.remove(row);
		}
		return withMetadata(rows);
	}

	private OrganizationForm withMetadata(List<MetadataEntry> metadata) {
		return new OrganizationForm(this.displayName, this.externalId, this.slug, this.logoUrl, metadata);
	}

	CreateOrganization toCreate() {
		CreateOrganization organization = CreateOrganization.named(this.displayName);
		if (!this.externalId.isEmpty()) {
			organization = organization.withExternalId(this.externalId);
		}
		if (!this.slug.isEmpty()) {
			organization = organization.withSlug(this.slug);
		}
		if (!this.logoUrl.isEmpty()) {
			organization = organization.withLogoUrl(this.logoUrl);
		}
		Map<String, String> pairs = pairs();
		return pairs.isEmpty() ? organization : organization.withMetadata(pairs);
	}

	/**
	 * Return the values by name. Those of the metadata are {@code metadata.plan} and so
	 * on.
	 */
	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("displayName", this.displayName);
		values.put("externalId", this.externalId);
		values.put("slug", this.slug);
		values.put("logoUrl", this.logoUrl);
		pairs().forEach((key, value) -> values.put(METADATA + key, value));
		return values;
	}

	/**
	 * Return this form with some values as they are in another one.
	 * @param names the names of the values
	 * @param other the other form
	 */
	OrganizationForm with(Set<String> names, OrganizationForm other) {
		Map<String, String> values = values();
		values.keySet().removeAll(names);
		Map<String, String> others = other.values();
		others.keySet().retainAll(names);
		values.putAll(others);
		return of(values);
	}

	private static OrganizationForm of(Map<String, String> values) {
		return new OrganizationForm(values.getOrDefault("displayName", ""), values.getOrDefault("externalId", ""),
				values.getOrDefault("slug", ""), values.getOrDefault("logoUrl", ""),
				values.entrySet()
					.stream()
					.filter((value) -> value.getKey().startsWith(METADATA))
					.map((value) -> new MetadataEntry(value.getKey().substring(METADATA.length()), value.getValue()))
					.toList());
	}

	/**
	 * Return what to send, so that nothing else is overwritten. The metadata is sent as a
	 * whole.
	 * @param changes the names of the values that were changed
	 * @param organization the organization as it is
	 */
	UpdateOrganization toUpdate(Set<String> changes, Organization organization) {
		UpdateOrganization update = UpdateOrganization.none();
		if (changes.contains("displayName")) {
			update = update.withDisplayName(this.displayName);
		}
		if (changes.contains("externalId")) {
			update = update.withExternalId(this.externalId);
		}
		if (changes.contains("slug")) {
			update = update.withSlug(this.slug);
		}
		if (changes.contains("logoUrl")) {
			update = update.withLogoUrl(this.logoUrl);
		}
		Map<String, String> metadata = metadata(changes, organization);
		return metadata.equals(organization.metadata()) ? update : update.withMetadata(metadata);
	}

	private Map<String, String> metadata(Set<String> changes, Organization organization) {
		Map<String, String> metadata = new LinkedHashMap<>(organization.metadata());
		metadata.keySet().removeIf((key) -> changes.contains(METADATA + key));
		pairs().forEach((key, value) -> {
			if (changes.contains(METADATA + key)) {
				metadata.put(key, value);
			}
		});
		return metadata;
	}

	/**
	 * Return the row that repeats the key of an earlier one.
	 * @return the number of the row, {@code -1} if there is none
	 */
	int repeatedKey() {
		for (int row = 0; row < this.metadata.size(); row++) {
			if (!this.metadata.get(row).isEmpty() && row(this.metadata.get(row).key()) < row) {
				return row;
			}
		}
		return -1;
	}

	/**
	 * Return the first row with a key.
	 * @return the number of the row, {@code -1} if there is none
	 */
	int row(String key) {
		return this.metadata.stream().map(MetadataEntry::key).toList().indexOf(key);
	}

	private Map<String, String> pairs() {
		Map<String, String> pairs = new LinkedHashMap<>();
		this.metadata.stream()
			.filter((entry) -> !entry.isEmpty())
			.forEach((entry) -> pairs.put(entry.key(), entry.value()));
		return pairs;
	}

}
