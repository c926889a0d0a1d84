package com.scalekit.spring.client.organizations;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import com.scalekit.spring.client.http.ScalekitJson;
import com.scalekit.spring.client.organizations.OrganizationSettings.Feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The types of the group with values that Scalekit should not send and callers should not
 * give.
 */
class OrganizationsTypesTests {

	@Test
	void organizationThatTellsNothingButItsId() {
		Organization organization = ScalekitJson.read("{\"organization\":{\"id\":\"org_1\"}}", Organization.class);
		assertThat(organization)
			.isEqualTo(new Organization("org_1", "", null, null, null, null, Map.of(), null, null, null));
	}

	@Test
	void organizationHasAnId() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> ScalekitJson.read("{\"organization\":{}}", Organization.class))
			.withMessageContaining("Invalid `null` value encountered for property \"id\"");
	}

	@Test
	void metadataKeepsItsOrderAndNulls() {
		Map<String, @Nullable String> metadata = new LinkedHashMap<>();
		ScalekitJson.read("""
				{"organization":{"id":"org_1","metadata":{"z":"1","m":null,"a":"2"}}}""", Organization.class)
			.metadata()
			.forEach(metadata::put);
		assertThat(new ArrayList<>(metadata.entrySet())).containsExactly(new SimpleEntry<>("z", "1"),
				new SimpleEntry<>("m", null), new SimpleEntry<>("a", "2"));
	}

	@Test
	void featuresWithoutNameOrContent() {
		assertThat(ScalekitJson.read("{\"features\":[null,{},{\"name\":\"sso\",\"enabled\":true}]}",
				OrganizationSettings.class))
			.satisfies((settings) -> {
				assertThat(settings.features()).containsExactly(new Feature("", false), new Feature("sso", true));
				assertThat(settings.isEnabled("sso")).isTrue();
				assertThat(settings.isEnabled("dir_sync")).isFalse();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"features\":null}", "{\"features\":[null]}" })
	void settingsWithoutFeatures(String json) {
		assertThat(ScalekitJson.read(json, OrganizationSettings.class)).isEqualTo(OrganizationSettings.none());
	}

	@Test
	void featureIsSwitchedOnce() {
		OrganizationSettings settings = OrganizationSettings.none()
			.withFeature("sso", true)
			.withFeature("dir_sync", true)
			.withFeature("sso", false);
		assertThat(settings.features()).containsExactly(new Feature("dir_sync", true), new Feature("sso", false));
	}

	@Test
	void pageWithoutContent() {
		assertThat(ScalekitJson.read("{}", OrganizationPage.class)).satisfies((page) -> {
			assertThat(page.organizations()).isEmpty();
			assertThat(page.nextPageToken()).isNull();
			assertThat(page.prevPageToken()).isNull();
		});
	}

	@Test
	void pageWithoutAnOrganizationInOnePlace() {
		assertThat(ScalekitJson.read("{\"organizations\":[null,{\"id\":\"org_1\"}],\"total_size\":\"2\"}",
				OrganizationPage.class))
			.satisfies((page) -> {
				assertThat(page.organizations()).singleElement().extracting(Organization::id).isEqualTo("org_1");
				assertThat(page.totalSize()).isEqualTo(2);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"id\":\"lnk_1\",\"location\":\"https://acme.scalekit.com/magicLink/1\"}",
			"{\"id\":\"lnk_1\",\"expire_time\":\"2024-02-06T14:48:00Z\"}",
			"{\"location\":\"https://acme.scalekit.com/magicLink/1\",\"expire_time\":\"2024-02-06T14:48:00Z\"}" })
	void portalLinkIsComplete(String json) {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> ScalekitJson.read("{\"link\":%s}".formatted(json), PortalLink.class))
			.withMessageContaining("Invalid `null` value encountered for property")
			.withMessageNotContaining("magicLink");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"max_allowed_users\":null}" })
	void userManagementThatIsOff(String json) {
		assertThat(ScalekitJson.read("{\"settings\":%s}".formatted(json), UserManagementSettings.class))
			.isEqualTo(UserManagementSettings.off())
			.extracting(UserManagementSettings::maxAllowedUsers)
			.isNull();
	}

	static Stream<Arguments> nulls() {
		return Stream.of(setter("external_id", () -> CreateOrganization.named("Acme").withExternalId(null)),
				setter("metadata", () -> CreateOrganization.named("Acme").withMetadata(null)),
				setter("slug", () -> CreateOrganization.named("Acme").withSlug(null)),
				setter("logo_url", () -> CreateOrganization.named("Acme").withLogoUrl(null)),
				setter("display_name", () -> UpdateOrganization.none().withDisplayName(null)),
				setter("external_id", () -> UpdateOrganization.none().withExternalId(null)),
				setter("metadata", () -> UpdateOrganization.none().withMetadata(null)),
				setter("slug", () -> UpdateOrganization.none().withSlug(null)),
				setter("logo_url", () -> UpdateOrganization.none().withLogoUrl(null)),
				setter("absolute_session_timeout", () -> SessionPolicy.custom().withAbsoluteTimeout(null)),
				setter("idle_session_timeout", () -> SessionPolicy.custom().withIdleTimeout(null)));
	}

	private static Arguments setter(String name, Runnable setter) {
		return Arguments.of(name, setter);
	}

	@ParameterizedTest
	@MethodSource("nulls")
	void nullIsRefusedByName(String name, Runnable setter) {
		assertThatIllegalArgumentException().isThrownBy(setter::run).withMessage("'" + name + "' must not be null");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void requiredNamesAreNotEmpty(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> CreateOrganization.named(name))
			.withMessage("'display_name' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> OrganizationSettings.none().withFeature(name, true))
			.withMessage("'name' must not be empty");
	}

	@Test
	void requestsTellWhatTheySend() {
		assertThat(CreateOrganization.named("Acme").withExternalId("t-1"))
			.hasToString("CreateOrganization{display_name=Acme, external_id=t-1}");
		assertThat(UpdateOrganization.none()).hasToString("UpdateOrganization{}");
		assertThat(UserManagementSettings.off()).hasToString("UserManagementSettings{max_allowed_users=null}");
	}

}
