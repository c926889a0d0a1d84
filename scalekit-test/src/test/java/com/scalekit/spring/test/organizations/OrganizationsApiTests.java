package com.scalekit.spring.test.organizations;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationsApiTests {

	private static final String PATH = "/api/v1/organizations";

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void createsWithEverything() {
		Response response = this.client.post(PATH, """
				{ "display_name": "Megasoft Inc", "external_id": "tenant-1", "slug": "megasoft.eu",
					"logo_url": "https://example.com/logo.png", "metadata": { "industry": "software" } }
				""");
		String id = response.organization().get("id").stringValue();
		assertThat(id).matches("org_[0-9]{1,28}");
		ResponseAssert.assertThat(response).hasJson(201, """
				{ "organization": { "id": "%s", "display_name": "Megasoft Inc", "external_id": "tenant-1",
					"slug": "megasoft.eu", "logo_url": "https://example.com/logo.png",
					"metadata": { "industry": "software" }, "region_code": "US",
					"create_time": "2026-03-04T05:06:07.123Z", "update_time": "2026-03-04T05:06:07.123456Z" } }
				""".formatted(id));
		ResponseAssert.assertThat(this.client.get(PATH + "/" + id)).hasJson(200, response.body());
	}

	@Test
	void createdWithNameOnlyLeavesOptionalsOut() {
		Response response = this.client.post(PATH, "{\"display_name\":\"Acme\"}");
		String id = response.organization().get("id").stringValue();
		ResponseAssert.assertThat(response).hasJson(201, """
				{ "organization": { "id": "%s", "display_name": "Acme", "metadata": {}, "region_code": "US",
					"create_time": "2026-03-04T05:06:07.123Z", "update_time": "2026-03-04T05:06:07.123456Z" } }
				""".formatted(id));
	}

	@Test
	void keepsTextAsItIs() {
		String name = "Müller & Söhne \\u2028 \uD83D\uDE00 <b>\\\"";
		JsonNode created = this.client.post(PATH, "{\"display_name\":\"" + name + "\"}").organization();
		assertThat(created.get("display_name").stringValue()).isEqualTo("Müller & Söhne \u2028 \uD83D\uDE00 <b>\"");
	}

	@Test
	void nullIsTheSameAsAbsent() {
		JsonNode created = this.client.post(PATH, """
				{ "display_name": "Acme", "external_id": null, "slug": null, "logo_url": null, "metadata": null }
				""").organization();
		assertThat(created.propertyNames()).doesNotContain("external_id", "slug", "logo_url");
		assertThat(created.get("metadata")).isEqualTo(TestClient.json("{}"));
	}

	@Test
	void createRequiresDisplayName() {
		for (String body : new String[] { "", "{}", "{\"display_name\":\"\"}" }) {
			ResponseAssert.assertThat(this.client.post(PATH, body))
				.hasViolations("organization.display_name string.min_len");
		}
		assertThat(this.server.organizations().count()).isZero();
	}

	@Test
	void violationsAreDescribed() {
		Response response = this.client.post(PATH, "{}");
		assertThat(response.json().at("/details/0/validation_error_info")).isEqualTo(TestClient.json("""
				{ "field_violations": [ { "field": "organization.display_name",
					"description": "value length must be at least 1 characters", "constraint": "string.min_len" } ] }
				"""));
	}

	@Test
	void lengthIsCountedInCharactersNotInBytes() {
		String emoji = "\uD83D\uDE00";
		assertThat(this.client.post(PATH, "{\"display_name\":\"%s\"}".formatted(emoji.repeat(200))).status())
			.isEqualTo(201);
		ResponseAssert.assertThat(this.client.post(PATH, "{\"display_name\":\"%s\"}".formatted(emoji.repeat(201))))
			.hasViolations("organization.display_name string.max_len");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "acme", "acme-1", "0.a-b.c", "www.acme.com" })
	void slugsOfDomainFormAreAccepted(String slug) {
		assertThat(create("Acme", "slug", slug).status()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Acme", "-acme", "acme-", "a..b", "a b", "acme.", "ä" })
	void otherSlugsAreRefused(String slug) {
		ResponseAssert.assertThat(create("Acme", "slug", slug)).hasViolations("organization.slug string.pattern");
	}

	@Test
	void slugLengthIsLimited() {
		ResponseAssert.assertThat(create("Acme", "slug", ""))
			.hasViolations("organization.slug string.min_len", "organization.slug string.pattern");
		ResponseAssert.assertThat(create("Acme", "slug", "a.".repeat(127)))
			.hasViolations("organization.slug string.max_len", "organization.slug string.pattern");
		ResponseAssert.assertThat(create("Acme", "slug", "a".repeat(64)))
			.hasViolations("organization.slug string.pattern");
		assertThat(create("Acme", "slug", "a.".repeat(126) + "a").status()).isEqualTo(201);
	}

	@Test
	void logoUrlMustBeShortAndSecure() {
		ResponseAssert.assertThat(create("Acme", "logo_url", "http://example.com/logo.png"))
			.hasViolations("organization.logo_url string.pattern");
		ResponseAssert.assertThat(create("Acme", "logo_url", "https://" + "a".repeat(1017)))
			.hasViolations("organization.logo_url string.max_len");
		assertThat(create("Acme", "logo_url", "https://" + "a".repeat(1016)).status()).isEqualTo(201);
	}

	@Test
	void metadataIsLimited() {
		assertThat(createWithMetadata(10).status()).isEqualTo(201);
		ResponseAssert.assertThat(createWithMetadata(11)).hasViolations("organization.metadata map.max_pairs");
		ResponseAssert
			.assertThat(this.client.post(PATH,
					"{\"display_name\":\"Acme\",\"metadata\":{\"ab\":\"\",\"%s\":\"%s\"}}".formatted("k".repeat(26),
							"v".repeat(257))))
			.hasViolations("organization.metadata[\"ab\"] string.min_len",
					"organization.metadata[\"ab\"] string.min_len",
					"organization.metadata[\"%s\"] string.max_len".formatted("k".repeat(26)),
					"organization.metadata[\"%s\"] string.max_len".formatted("k".repeat(26)));
		assertThat(this.client
			.post(PATH,
					"{\"display_name\":\"Acme\",\"metadata\":{\"abc\":\"v\",\"%s\":\"%s\"}}".formatted("k".repeat(25),
							"v".repeat(256)))
			.status()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "null", "\"Acme\"", "Acme", "{\"display_name\":1}", "{\"display_name\":true}",
			"{\"display_name\":{}}", "{\"display_name\":[\"Acme\"]}", "{\"display_name\":\"Acme\"} trailing",
			"{\"display_name\":\"Acme\",\"display_name\":\"Acme\"}", "{\"display_name\":\"Acme\",\"metadata\":[]}",
			"{\"display_name\":\"Acme\",\"metadata\":{\"key\":1}}",
			"{\"display_name\":\"Acme\",\"metadata\":{\"key\":null}}" })
	void malformedBodyIsInvalid(String body) {
		ResponseAssert.assertThat(this.client.post(PATH, body)).isError(400, 3, "INVALID_ARGUMENT");
		assertThat(this.server.organizations().count()).isZero();
	}

	@Test
	void unknownFieldIsIgnored() {
		JsonNode created = this.client
			.post(PATH, "{\"display_name\":\"Acme\",\"region_code\":\"EU\",\"unheard_of\":{\"of\":[]}}")
			.organization();
		assertThat(created.get("region_code").stringValue()).isEqualTo("US");
		assertThat(created.has("unheard_of")).isFalse();
	}

	@Test
	void bodyIsNotWrapped() {
		ResponseAssert.assertThat(this.client.post(PATH, "{\"organization\":{\"display_name\":\"Acme\"}}"))
			.hasViolations("organization.display_name string.min_len");
	}

	@Test
	void errorsDoNotShowHowTheyAreMade() {
		assertThat(this.client.post(PATH, "{\"display_name\":1}").body()).doesNotContain("scalekit.spring", "jackson");
	}

	@ParameterizedTest
	@ValueSource(strings = { "external_id", "slug" })
	void duplicateIsRefused(String field) {
		create("Acme", field, "one");
		ResponseAssert.assertThat(create("Other", field, "one")).isError(409, 6, "ALREADY_EXISTS");
		String other = create("Other", field, "two").organization().get("id").stringValue();
		ResponseAssert.assertThat(this.client.patch(PATH + "/" + other, "{\"%s\":\"one\"}".formatted(field)))
			.isError(409, 6, "ALREADY_EXISTS");
		assertThat(this.client.get(PATH + "/" + other).organization().get(field).stringValue()).isEqualTo("two");
		assertThat(this.server.organizations().count()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "external_id", "slug" })
	void ownValueIsNoDuplicate(String field) {
		String id = create("Acme", field, "one").organization().get("id").stringValue();
		assertThat(this.client.patch(PATH + "/" + id, "{\"%s\":\"one\"}".formatted(field)).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "external_id", "slug" })
	void valueIsFreeAfterChangeAndDelete(String field) {
		String first = create("Acme", field, "one").organization().get("id").stringValue();
		this.client.patch(PATH + "/" + first, "{\"%s\":\"two\"}".formatted(field));
		assertThat(create("Other", field, "one").status()).isEqualTo(201);
		this.client.delete(PATH + "/" + first);
		assertThat(create("Third", field, "two").status()).isEqualTo(201);
	}

	@Test
	void updateChangesOnlyWhatIsSent() {
		Response created = this.client.post(PATH, """
				{ "display_name": "Acme", "external_id": "tenant-1", "slug": "acme",
					"logo_url": "https://example.com/1.png", "metadata": { "one": "1" } }
				""");
		String id = created.organization().get("id").stringValue();
		this.clock.advance(Duration.ofSeconds(1));
		ResponseAssert.assertThat(this.client.patch(PATH + "/" + id, "{\"display_name\":\"Acme Inc\"}"))
			.hasJson(200, """
					{ "organization": { "id": "%s", "display_name": "Acme Inc", "external_id": "tenant-1",
						"slug": "acme", "logo_url": "https://example.com/1.png", "metadata": { "one": "1" },
						"region_code": "US", "create_time": "2026-03-04T05:06:07.123Z",
						"update_time": "2026-03-04T05:06:08.123456Z" } }
					""".formatted(id));
		assertThat(this.client.patch(PATH + "/" + id, "{}").organization().get("display_name").stringValue())
			.isEqualTo("Acme Inc");
	}

	@Test
	void updateChangesEveryField() {
		String id = this.server.organizations().add("Acme", "tenant-1");
		JsonNode updated = this.client.patch(PATH + "/" + id, """
				{ "display_name": "Acme Inc", "external_id": "tenant-2", "slug": "acme",
					"logo_url": "https://example.com/2.png", "metadata": { "two": "2" } }
				""").organization();
		assertThat(updated.get("external_id").stringValue()).isEqualTo("tenant-2");
		assertThat(updated.get("slug").stringValue()).isEqualTo("acme");
		assertThat(updated.get("logo_url").stringValue()).isEqualTo("https://example.com/2.png");
		assertThat(updated.get("metadata")).isEqualTo(TestClient.json("{\"two\":\"2\"}"));
		assertThat(this.client.get(PATH + "/" + id).organization()).isEqualTo(updated);
		assertThat(this.client.get(PATH + ":external/tenant-2").organization()).isEqualTo(updated);
		assertThat(this.client.get(PATH + ":external/tenant-1").status()).isEqualTo(404);
	}

	@Test
	void emptySlugClears() {
		String id = create("Acme", "slug", "acme").organization().get("id").stringValue();
		Response response = this.client.patch(PATH + "/" + id, "{\"slug\":\"\"}");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.organization().has("slug")).isFalse();
		assertThat(create("Other", "slug", "acme").status()).isEqualTo(201);
	}

	@Test
	void metadataIsReplacedAsWhole() {
		String id = this.client.post(PATH, "{\"display_name\":\"Acme\",\"metadata\":{\"one\":\"1\",\"two\":\"2\"}}")
			.organization()
			.get("id")
			.stringValue();
		assertThat(this.client.patch(PATH + "/" + id, "{\"metadata\":{\"two\":\"3\"}}").organization().get("metadata"))
			.isEqualTo(TestClient.json("{\"two\":\"3\"}"));
		assertThat(this.client.patch(PATH + "/" + id, "{\"metadata\":{}}").organization().get("metadata"))
			.isEqualTo(TestClient.json("{}"));
	}

	@Test
	void updateIsValidated() {
		String id = this.server.organizations().add("Acme");
		ResponseAssert.assertThat(this.client.patch(PATH + "/" + id, """
				{ "display_name": "", "slug": "-", "logo_url": "ftp://example.com", "metadata": { "k": "v" } }
				"""))
			.hasViolations("organization.display_name string.min_len", "organization.slug string.pattern",
					"organization.logo_url string.pattern", "organization.metadata[\"k\"] string.min_len");
	}

	@Test
	void deletes() {
		String id = this.server.organizations().add("Acme", "tenant-1");
		ResponseAssert.assertThat(this.client.delete(PATH + "/" + id)).hasJson(200, "{}");
		ResponseAssert.assertThat(this.client.get(PATH + "/" + id)).isError(404, 5, "RESOURCE_NOT_FOUND");
		ResponseAssert.assertThat(this.client.get(PATH + ":external/tenant-1")).isError(404, 5, "RESOURCE_NOT_FOUND");
		ResponseAssert.assertThat(this.client.delete(PATH + "/" + id)).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "GET;/org_1;", "PATCH;/org_1;{}", "DELETE;/org_1;", "PUT;/org_1/portal_links;",
					"PATCH;/org_1/settings;{}", "PATCH;/org_1/settings/usermanagement;{\"settings\":{}}",
					"GET;/org_1/session-policy;", "PATCH;/org_1/session-policy;{\"policy_source\":\"APPLICATION\"}",
					"GET;:external/1;" })
	void unknownOrganizationIsNotFound(String method, String path, String body) {
		ResponseAssert.assertThat(this.client.send(method, PATH + path, body)).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "GET;%s;;id", "PATCH;%s;{};id", "DELETE;%s;;id", "PUT;%s/portal_links;;id",
					"PATCH;%s/settings;{};id", "PATCH;%s/settings/usermanagement;{\"settings\":{}};organization_id",
					"GET;%s/session-policy;;organization_id",
					"PATCH;%s/session-policy;{\"policy_source\":\"APPLICATION\"};organization_id" })
	void idLengthIsLimited(String method, String path, String body, String field) {
		ResponseAssert.assertThat(this.client.send(method, PATH + "/" + path.formatted("org_" + "1".repeat(29)), body))
			.hasViolations(field + " string.max_len");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "PUT;/1/portal_links;;id", "PATCH;/1/settings;{};id",
					"PATCH;/1/settings/usermanagement;{\"settings\":{}};organization_id",
					"GET;/1/session-policy;;organization_id",
					"PATCH;/1/session-policy;{\"policy_source\":\"APPLICATION\"};organization_id" })
	void idNeedsPrefix(String method, String path, String body, String field) {
		ResponseAssert.assertThat(this.client.send(method, PATH + path, body)).hasViolations(field + " string.prefix");
	}

	@Test
	void idMustNotBeEmpty() {
		ResponseAssert.assertThat(this.client.get(PATH + "/")).hasViolations("id string.min_len");
	}

	private Response create(String displayName, String field, String value) {
		return this.client.post(PATH, "{\"display_name\":\"%s\",\"%s\":\"%s\"}".formatted(displayName, field, value));
	}

	private Response createWithMetadata(int pairs) {
		String metadata = IntStream.range(0, pairs)
			.mapToObj("\"key%d\":\"value\""::formatted)
			.collect(Collectors.joining(","));
		return this.client.post(PATH, "{\"display_name\":\"Acme\",\"metadata\":{%s}}".formatted(metadata));
	}

}
