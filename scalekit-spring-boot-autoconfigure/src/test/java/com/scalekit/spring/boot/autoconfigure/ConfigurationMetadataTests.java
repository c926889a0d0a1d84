package com.scalekit.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

import com.scalekit.spring.boot.autoconfigure.health.ScalekitHealthContributorAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationMetadataTests {

	@Test
	void everyPropertyIsDescribed() throws IOException {
		List<JsonNode> properties = properties();
		assertThat(properties).extracting((property) -> property.get("name").stringValue())
			.containsExactlyInAnyOrder("scalekit.enabled", "scalekit.environment-url", "scalekit.client-id",
					"scalekit.client-secret", "scalekit.scopes", "scalekit.allow-insecure-http",
					"scalekit.request-timeout", "scalekit.retry.max-attempts", "scalekit.max-response-size",
					"scalekit.http.connect-timeout", "scalekit.http.read-timeout", "scalekit.http.ssl.bundle",
					"management.health.scalekit.enabled");
		assertThat(properties).allSatisfy((property) -> {
			assertThat(property.path("description").asString("")).as(property.toString()).endsWith(".");
			assertThat(property.path("type").asString("")).isNotEmpty();
		});
	}

	@Test
	void autoConfigurationsAreRegistered() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader())).contains(
				ScalekitAutoConfiguration.class.getName(), ScalekitMetricsAutoConfiguration.class.getName(),
				ScalekitHealthContributorAutoConfiguration.class.getName());
	}

	private List<JsonNode> properties() throws IOException {
		try (InputStream metadata = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			return new JsonMapper().readTree(metadata).get("properties").valueStream().toList();
		}
	}

}
