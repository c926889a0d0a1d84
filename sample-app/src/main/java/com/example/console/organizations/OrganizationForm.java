package com.example.console.organizations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

	OrganizationForm {
		displayName = stripped(displayName);
		externalId = stripped(externalId);
		slug = stripped(slug);
		logoUrl = stripped(logoUrl);
		metadata = copyOf(metadata);
	}

	private static String stripped(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	private static List<MetadataEntry> copyOf(@Nullable List<MetadataEntry> metadata) {
		return (metadata != null) ? List.copyOf(metadata) : List.of();
	}

	static OrganizationForm withExternalId(@Nullable String externalId) {
		return new OrganizationForm("", stripped(externalId), "", "", List.of());
	}

	static OrganizationForm of(Organization organization) {
		return new OrganizationForm(organization.displayName(), stripped(organization.externalId()),
				stripped(organization.slug()), stripped(organization.logoUrl()),
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

	UpdateOrganization changesTo(Organization organization) {
		OrganizationForm before = of(organization);
		UpdateOrganization changes = UpdateOrganization.none();
		if (!this.displayName.equals(before.displayName)) {
			changes = changes.withDisplayName(this.displayName);
		}
		if (!this.externalId.equals(before.externalId)) {
			changes = changes.withExternalId(this.externalId);
		}
		if (!this.slug.equals(before.slug)) {
			changes = changes.withSlug(this.slug);
		}
		if (!this.logoUrl.equals(before.logoUrl)) {
			changes = changes.withLogoUrl(this.logoUrl);
		}
		return pairs().equals(organization.metadata()) ? changes : changes.withMetadata(pairs());
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
