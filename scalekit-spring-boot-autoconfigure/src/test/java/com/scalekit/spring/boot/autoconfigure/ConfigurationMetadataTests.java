package com.scalekit.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.util.ClassUtils;

import com.scalekit.spring.boot.autoconfigure.health.ScalekitHealthContributorAutoConfiguration;
import com.scalekit.spring.boot.autoconfigure.interceptors.ScalekitInterceptorAutoConfiguration;
import com.scalekit.spring.boot.autoconfigure.metrics.ScalekitMetricsAutoConfiguration;
import com.scalekit.spring.boot.autoconfigure.webhooks.ScalekitWebhookAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationMetadataTests {

	private static final Set<String> WITHOUT_DEFAULT = Set.of("scalekit.environment-url", "scalekit.client-id",
			"scalekit.client-secret", "scalekit.http.ssl.bundle", "scalekit.resource-server.audiences",
			"scalekit.webhook.secret", "scalekit.interceptor.secret", "scalekit.login.client-id",
			"scalekit.login.client-secret", "scalekit.login.organization-id", "scalekit.login.connection-id",
			"scalekit.login.back-channel-logout.internal-uri");

	private final JsonNode metadata = metadata();

	@Test
	void everyPropertyIsDescribed() {
		assertThat(properties().keySet()).containsExactlyInAnyOrderElementsOf(
				Stream
					.of(keys("scalekit", ScalekitProperties.class), keys("webhooks.WebhookProperties"),
							keys("webhooks.WebhookJdbcProperties"), keys("interceptors.InterceptorProperties"),
							keys("security.AuthoritiesProperties"), keys("security.resource.ResourceServerProperties"),
							keys("security.login.LoginProperties"))
					.flatMap(Function.identity())
					.toList());
		assertThat(properties().values()).allSatisfy((property) -> {
			assertThat(property.path("description").asString("")).as(property.toString()).endsWith(".");
			assertThat(property.path("type").asString("")).isNotEmpty();
		});
	}

	@Test
	void everyPropertyHasADefaultUnlessThereCanBeNone() {
		assertThat(properties()).allSatisfy((key, property) -> assertThat(property.has("defaultValue")).as(key)
			.isEqualTo(!WITHOUT_DEFAULT.contains(key)));
	}

	@Test
	void everyGroupIsDescribed() {
		assertThat(nodes("groups"))
			.allSatisfy(
					(group) -> assertThat(group.path("description").asString("")).as(group.toString()).endsWith("."))
			.extracting((group) -> group.get("name").stringValue())
			.containsExactlyInAnyOrder("scalekit", "scalekit.retry", "scalekit.http", "scalekit.http.ssl",
					"scalekit.webhook", "scalekit.webhook.jdbc", "scalekit.interceptor", "scalekit.authorities",
					"scalekit.resource-server", "scalekit.resource-server.api-tokens",
					"scalekit.resource-server.jwk-set", "scalekit.resource-server.metadata", "scalekit.login",
					"scalekit.login.back-channel-logout", "scalekit.login.idp-initiated");
	}

	@Test
	void hintsAreForExistingProperties() {
		assertThat(nodes("hints")).extracting((hint) -> hint.get("name").stringValue())
			.isNotEmpty()
			.isSubsetOf(properties().keySet());
	}

	@Test
	void documentationHasAllPropertiesWithTheirDefaults() throws IOException {
		assertThat(documented()).isEqualTo(properties().entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> defaultValue(entry.getValue()))));
	}

	@Test
	void autoConfigurationsAreRegistered() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader())).contains(
				ScalekitAutoConfiguration.class.getName(), ScalekitMetricsAutoConfiguration.class.getName(),
				ScalekitHealthContributorAutoConfiguration.class.getName(),
				ScalekitWebhookAutoConfiguration.class.getName(), ScalekitInterceptorAutoConfiguration.class.getName());
	}

	private static Stream<String> keys(String name) {
		Class<?> type = ClassUtils.resolveClassName(ConfigurationMetadataTests.class.getPackageName() + "." + name,
				null);
		return keys(type.getAnnotation(ConfigurationProperties.class).value(), type);
	}

	private static Stream<String> keys(String prefix, Class<?> type) {
		return Arrays.stream(type.getRecordComponents()).flatMap((component) -> keys(prefix, component));
	}

	private static Stream<String> keys(String prefix, RecordComponent component) {
		String key = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
		return component.getType().isRecord() ? keys(key, component.getType()) : Stream.of(key);
	}

	private static String defaultValue(JsonNode property) {
		JsonNode value = property.path("defaultValue");
		return value.isArray() ? "none" : value.asString("");
	}

	/**
	 * The rows of the tables, such as {@code | `scalekit.enabled` | `true` | ... |}.
	 */
	private static Map<String, String> documented() throws IOException {
		return Pattern.compile("^\\| `(scalekit\\.[a-z.-]+)` \\| ([^|]*)\\|", Pattern.MULTILINE)
			.matcher(Files.readString(Path.of("../docs/configuration.md")))
			.results()
			.collect(Collectors.toMap((row) -> row.group(1), (row) -> row.group(2).replace("`", "").strip()));
	}

	private Map<String, JsonNode> properties() {
		Map<String, JsonNode> properties = new LinkedHashMap<>();
		nodes("properties").forEach((property) -> properties.put(property.get("name").stringValue(), property));
		return properties;
	}

	private List<JsonNode> nodes(String name) {
		return this.metadata.get(name)
			.valueStream()
			.filter((node) -> node.get("name").stringValue().startsWith("scalekit"))
			.toList();
	}

	private JsonNode metadata() {
		try (InputStream stream = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			return new JsonMapper().readTree(stream);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
