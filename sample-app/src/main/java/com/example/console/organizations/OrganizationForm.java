package com.example.console.organizations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.example.console.forms.TextField;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

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
 * @param metadata the metadata, each pair in a line like {@code plan = growth}
 */
record OrganizationForm(String displayName, String externalId, String slug, String logoUrl, String metadata) {

	private static final String PAIR = "metadata.";

	OrganizationForm {
		displayName = TextField.valueOf(displayName);
		externalId = TextField.valueOf(externalId);
		slug = TextField.valueOf(slug);
		logoUrl = TextField.valueOf(logoUrl);
		metadata = orEmpty(metadata);
	}

	private static String orEmpty(@Nullable String metadata) {
		return (metadata != null) ? metadata : "";
	}

	static OrganizationForm of(Organization organization) {
		return new OrganizationForm(organization.displayName(), TextField.valueOf(organization.externalId()),
				TextField.valueOf(organization.slug()), TextField.valueOf(organization.logoUrl()),
				lines(organization.metadata()));
	}

	private static String lines(Map<String, String> pairs) {
		return pairs.entrySet()
			.stream()
			.map((pair) -> TextField.valueOf(pair.getKey()) + " = " + TextField.valueOf(pair.getValue()))
			.collect(Collectors.joining("\n"));
	}

	/**
	 * Return this form with the pairs of the metadata that were chosen one by one, when
	 * others had changed them.
	 */
	OrganizationForm withChosenPairs(Map<String, String> fields) {
		Map<String, String> pairs = pairs();
		Map<String, String> chosen = new LinkedHashMap<>(fields);
		chosen.keySet().removeIf((name) -> !name.startsWith(PAIR));
		chosen.forEach((name, value) -> pairs.put(name.substring(PAIR.length()), value));
		pairs.values().removeIf(String::isEmpty);
		return chosen.isEmpty() ? this
				: new OrganizationForm(this.displayName, this.externalId, this.slug, this.logoUrl, lines(pairs));
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
		pairs().forEach((key, value) -> values.put(PAIR + key, value));
		return values;
	}

	/**
	 * Return what to send, so that nothing else is overwritten. The metadata is sent as a
	 * whole.
	 * @param changes the names of the values that were changed
	 * @param organization the organization as it is
	 */
	UpdateOrganization toUpdate(Set<String> changes, Organization organization) {
		UpdateOrganization update = UpdateOrganization.none();
		Map<String, String> metadata = new LinkedHashMap<>(organization.metadata());
		Map<String, String> pairs = pairs();
		for (String change : changes) {
			update = switch (change) {
				case "displayName" -> update.withDisplayName(this.displayName);
				case "externalId" -> update.withExternalId(this.externalId);
				case "slug" -> update.withSlug(this.slug);
				case "logoUrl" -> update.withLogoUrl(this.logoUrl);
				default -> update;
			};
			if (change.startsWith(PAIR)) {
				metadata.compute(change.substring(PAIR.length()), (key, present) -> pairs.get(key));
			}
		}
		return metadata.equals(organization.metadata()) ? update : update.withMetadata(metadata);
	}

	void validate(BindingResult errors) {
		if (this.displayName.isEmpty()) {
			errors.rejectValue("displayName", "required", "Enter a name");
		}
		Map<String, String> pairs = new LinkedHashMap<>();
		for (String line : filledLines()) {
			if (!line.contains("=")) {
				errors.rejectValue("metadata", "line",
						"Write each line as key = value. This one has no value: " + line);
			}
			else if (pairs.put(key(line), line) != null) {
				errors.rejectValue("metadata", "repeated", "Two lines have the key " + key(line));
			}
		}
	}

	private Map<String, String> pairs() {
		Map<String, String> pairs = new LinkedHashMap<>();
		filledLines().forEach((line) -> pairs.put(key(line), line.substring(line.indexOf('=') + 1).strip()));
		return pairs;
	}

	private static String key(String line) {
		return line.split("=", 2)[0].strip();
	}

	private List<String> filledLines() {
		return this.metadata.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

}
