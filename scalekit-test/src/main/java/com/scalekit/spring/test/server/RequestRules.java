package com.scalekit.spring.test.server;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.api.ApiField;
import com.scalekit.spring.test.api.ApiOperation;
import com.scalekit.spring.test.api.ApiRequestBody;
import com.scalekit.spring.test.api.ApiTable;
import com.scalekit.spring.test.server.BodyReader.Members;

/**
 * Refuses requests that break the rules of the table of the API.
 */
public final class RequestRules {

	private final ApiTable table;

	private final BodyReader bodyReader;

	RequestRules(ApiTable table) {
		this.table = table;
		this.bodyReader = new BodyReader(table);
	}

	/**
	 * Refuse what a test adds if the service would refuse it.
	 * @param id the id of the operation that would add it
	 * @param body the body of the request, written as JSON
	 * @throws ApiException if the body breaks a rule
	 */
	public static void verifyBody(String id, Object body) {
		RequestRules rules = new RequestRules(ApiTable.load());
		Validation validation = new Validation();
		rules.checkBody(rules.table.operation(id), Json.write(body), validation);
		validation.verify();
	}

	/**
	 * Return the request with what the table knows of its body.
	 */
	ApiRequest verify(ApiOperation operation, ApiRequest request) {
		Validation validation = new Validation();
		FieldRules rules = new FieldRules(validation, this.table);
		operation.pathVariables()
			.forEach((field) -> rules.check(field.name(), field.type(), request.pathVariable(field.name())));
		operation.queryParameters().forEach((field) -> rules.check(field.name(), field, value(field, request)));
		Members body = checkBody(operation, request.body(), validation);
		validation.verify();
		return request.withJson(body.writable());
	}

	private Members checkBody(ApiOperation operation, byte[] json, Validation validation) {
		ApiRequestBody body = operation.request();
		if (body == null) {
			return new Members(Map.of(), Json.readObject(new byte[0]));
		}
		if (body.object().fields().isEmpty() && json.length == 0) {
			throw ApiException.invalidArgument("a body is required");
		}
		Members members = this.bodyReader.read("", body.object(), Json.readObject(json));
		new FieldRules(validation, this.table).checkMembers(body.prefix(), body.object(), members);
		return members;
	}

	private @Nullable Object value(ApiField field, ApiRequest request) {
		if (field.type().isList()) {
			return request.parameters(field.name()).stream().map((value) -> read(field, value)).toList();
		}
		String value = request.parameter(field.name());
		return (value.isEmpty()) ? null : read(field, value);
	}

	private Object read(ApiField field, String value) {
		return ParameterValues.read(field.name(), field.type(), value, this.table::enumConstants);
	}

}
