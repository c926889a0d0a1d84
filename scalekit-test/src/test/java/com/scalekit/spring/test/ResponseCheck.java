package com.scalekit.spring.test;

import java.time.Instant;
import java.util.Base64;

import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.TestClient.Response;
import com.scalekit.spring.test.api.ApiField;
import com.scalekit.spring.test.api.ApiObject;
import com.scalekit.spring.test.api.ApiOperation;
import com.scalekit.spring.test.api.ApiTable;
import com.scalekit.spring.test.api.ApiType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares responses with the table of the API: the status of success, the members, and
 * their types. Responses that a test has scripted are not compared.
 */
final class ResponseCheck {

	private static final ApiTable TABLE = ApiTable.load();

	private ResponseCheck() {
	}

	static void check(String method, String url, Response response) {
		String path = url.split("\\?", 2)[0];
		TABLE.find(method, path)
			.filter((operation) -> response.status() >= 200 && response.status() < 300)
			.ifPresent((operation) -> check(operation, response));
	}

	private static void check(ApiOperation operation, Response response) {
		assertThat(response.status()).as(operation.id()).isEqualTo(operation.status());
		check(operation.id(), operation.response(), response.json());
	}

	static void check(String path, ApiObject type, JsonNode json) {
		assertThat(json.isObject()).as(path).isTrue();
		assertThat(type.fields()).as("the table knows " + path)
			.extracting(ApiField::name)
			.containsAll(json.propertyNames());
		for (ApiField field : type.fields()) {
			String name = path + "." + field.name();
			JsonNode value = json.get(field.name());
			if (value == null) {
				assertThat(field.isAlwaysPrinted()).as(name + " is always printed").isFalse();
			}
			else if (!value.isNull() || !field.isNullable()) {
				check(name, field.type(), value);
			}
		}
	}

	private static void check(String path, ApiType type, JsonNode json) {
		if (type.isList()) {
			assertThat(json.isArray()).as(path).isTrue();
			json.forEach((element) -> check(path + "[]", type.element(), element));
			return;
		}
		switch (type.kind()) {
			case STRING -> assertThat(json.isString()).as(path).isTrue();
			case BOOL -> assertThat(json.isBoolean()).as(path).isTrue();
			case INT32 -> assertThat(json.isInt()).as(path).isTrue();
			case UINT32 -> assertThat(json.isIntegralNumber() && json.longValue() >= 0).as(path).isTrue();
			case INT64 -> assertThat(json.stringValue()).as(path).matches("-?\\d+");
			case DOUBLE -> assertThat(json.isNumber()).as(path).isTrue();
			case TIMESTAMP -> assertThat(Instant.parse(json.stringValue())).as(path).isNotNull();
			case DURATION -> assertThat(json.stringValue()).as(path).matches("-?\\d+(\\.\\d{1,9})?s");
			case BASE64 -> assertThat(Base64.getDecoder().decode(json.stringValue())).as(path).isNotNull();
			case JSON -> assertThat(json.isObject()).as(path).isTrue();
			case MAP ->
				assertThat(json.isObject() && json.valueStream().allMatch(JsonNode::isString)).as(path).isTrue();
			case OBJECT -> check(path, TABLE.object(type.name()), json);
			case ENUM -> assertThat(TABLE.enumConstants(type.name())).as(path).contains(json.stringValue());
		}
	}

}
