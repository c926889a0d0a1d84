package com.scalekit.spring.benchmarks.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

import com.scalekit.spring.client.organizations.Organization;

/**
 * Reads an {@link Organization} for a {@code RestClient}, the way the codecs of the
 * library do for a {@code WebClient}.
 */
final class OrganizationConverter extends JacksonJsonHttpMessageConverter {

	OrganizationConverter() {
		super(JsonMapper.builder()
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
			.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
			.enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
			.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.build());
	}

	@Override
	protected ObjectReader customizeReader(ObjectReader reader, JavaType type) {
		return (type.getRawClass() == Organization.class) ? reader.at("/organization") : reader;
	}

}
