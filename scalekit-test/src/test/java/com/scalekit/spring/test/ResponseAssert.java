package com.scalekit.spring.test;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.TestClient.Response;

/**
 * Assertions on responses of the REST API.
 */
public final class ResponseAssert extends AbstractAssert<ResponseAssert, Response> {

	private ResponseAssert(Response actual) {
		super(actual, ResponseAssert.class);
	}

	public static ResponseAssert assertThat(Response actual) {
		return new ResponseAssert(actual);
	}

	public ResponseAssert hasJson(int status, String json) {
		Assertions.assertThat(this.actual.status()).as(this.actual.body()).isEqualTo(status);
		Assertions.assertThat(this.actual.header("Content-Type")).isEqualTo("application/json");
		Assertions.assertThat(this.actual.json()).isEqualTo(TestClient.json(json));
		return this;
	}

	public ResponseAssert isError(int status, int code, String errorCode) {
		Assertions.assertThat(this.actual.status()).as(this.actual.body()).isEqualTo(status);
		Assertions.assertThat(this.actual.header("Content-Type")).isEqualTo("application/json");
		JsonNode body = this.actual.json();
		Assertions.assertThat(body.propertyNames()).containsExactlyInAnyOrder("code", "message", "details");
		Assertions.assertThat(body.get("code").intValue()).isEqualTo(code);
		Assertions.assertThat(body.get("message").stringValue()).isNotBlank();
		Assertions.assertThat(body.get("details").size()).isEqualTo(1);
		JsonNode errorInfo = body.at("/details/0");
		Assertions.assertThat(errorInfo.get("@type").stringValue())
			.isEqualTo("type.googleapis.com/scalekit.v1.errdetails.ErrorInfo");
		Assertions.assertThat(errorInfo.get("error_code").stringValue()).isEqualTo(errorCode);
		Assertions.assertThat(errorInfo.at("/request_info/request_id").stringValue()).isNotBlank();
		return this;
	}

	public ResponseAssert hasMessage(String message) {
		Assertions.assertThat(this.actual.json().get("message").stringValue()).isEqualTo(message);
		return this;
	}

	/**
	 * Verify that exactly the given rules are broken.
	 * @param violations field and constraint, separated by a space
	 */
	public ResponseAssert hasViolations(String... violations) {
		isError(400, 3, "INVALID_ARGUMENT").hasMessage("Validation error");
		JsonNode actual = this.actual.json().at("/details/0/validation_error_info/field_violations");
		Assertions.assertThat(actual.values())
			.allSatisfy((violation) -> Assertions.assertThat(violation.get("description").stringValue()).isNotBlank())
			.extracting((violation) -> violation.get("field").stringValue() + " "
					+ violation.get("constraint").stringValue())
			.containsExactly(violations);
		return this;
	}

}
