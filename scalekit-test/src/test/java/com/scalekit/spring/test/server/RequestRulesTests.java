package com.scalekit.spring.test.server;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.scalekit.spring.test.api.ApiOperation;
import com.scalekit.spring.test.api.ApiTable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequestRulesTests {

	private static final String USER = "usr_1234567890123456";

	private final ApiTable table = ApiTable.load();

	private final RequestRules rules = new RequestRules(this.table);

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', value = { "CreateUserAndMembership;{};user.email string.email",
			"CreateUserAndMembership;{~email~:~acme~};user.email string.email",
			"CreateUserAndMembership;{~email~:~a@b.co~,~membership~:{~inviter_email~:~@~}};user.membership.inviter_email string.min_len, user.membership.inviter_email string.email",
			"CreateUserAndMembership;{~email~:~a@b.co~,~user_profile~:{~groups~:[~a~,~~,~a~]}};user.user_profile.groups repeated.unique, user.user_profile.groups[1] string.min_len",
			"AddPermissionsToRole;{};permission_names repeated.min_items",
			"AddPermissionsToRole;{~permission_names~:[~a b~]};permission_names[0] string.pattern",
			"CreateRole;{~name~:~a-b~,~display_name~:~A~};role.name string.pattern",
			"CreateRole;{~name~:~a~,~display_name~:~A~,~extends~:~~};role.extends string.min_len, role.extends string.pattern",
			"CreateCustomProvider;{~display_name~:~A~,~proxy_url~:~http://a~,~auth_patterns~:[]};provider.auth_patterns required, provider.proxy_url string.pattern",
			"CreateConnectedAccount;{};connected_account required",
			"UpdateConnectedAccount;{~connected_account~:{},~id~:~1~};id string.prefix",
			"CreateOrganizationClient;{~custom_claims~:[{~value~:~a~}]};client.custom_claims[0].key string.min_len",
			"SendPasswordlessEmail;{~email~:~a@b.co~,~template~:7};template enum.defined_only",
			"SendPasswordlessEmail;{~email~:~a@b.co~,~template_variables~:{~a~:~~}};template_variables[\"a\"] string.min_len",
			"CreateMcpSessionToken;{~identifier~:~a~,~expiry~:~59.9s~};expiry duration.gte_lte",
			"ExecuteTool;{};tool_name required", "ValidateToken;{~token~:~~};token required" })
	void brokenRulesOfBodies(String id, String body, String violations) {
		assertViolations(id, "", body.replace('~', '"'), violations);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~',
			value = { "ListPermissions;page_size=0;page_size uint32.gte_lte",
					"ListPermissions;page_size=101;page_size uint32.gte_lte",
					"ListConnectedAccounts;page_size=100;page_size uint32.lte",
					"ListConnectedAccounts;connection_names=a&connection_names=;connection_names[1] string.min_len",
					"SearchUsers;;query string.min_len", "SearchUsers;query=ab;query string.min_len",
					"ListAvailableTools;;identifier required", "ListRoles;include=all;include string.in",
					"ListTokens;page_size=31;organization_id required, page_size uint32.lte",
					"ListTools;filter.query=ab;filter.query string.min_len" })
	void brokenRulesOfParameters(String id, String query, String violations) {
		assertViolations(id, (query != null) ? query : "", "", violations);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~',
			value = { "ListPermissions;type=OTHER;type", "ListDirectoryUsers;include_detail=yes;include_detail",
					"ListDirectoryUsers;updated_after=yesterday;updated_after",
					"ListDomains;page_number=one;page_number", "ListDomains;domain_type=;-",
					"ListDirectoryUsers;include_detail=T&updated_after=2026-01-01T00:00:00%2B01:00;-",
					"ListUsers;page_size=4294967295;-", "ListUsers;page_size=4294967296;page_size",
					"ListDomains;page_number=-1&page_size=2147483647;-" })
	void parametersHaveTypes(String id, String query, String parameter) {
		if (parameter.equals("-")) {
			verify(id, query, "");
		}
		else {
			assertThatExceptionOfType(ApiException.class).isThrownBy(() -> verify(id, query, ""))
				.withMessageStartingWith("type mismatch, parameter: %s, error: ".formatted(parameter));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', value = { "CreateUserAndMembership;{~email~:1};email",
			"CreateDomain;{~domain~:~acme.com~,~domain_type~:~OTHER~};domain_type",
			"CreateUserAndMembership;{~email~:~a@b.co~,~membership~:[]};membership",
			"CreateUserAndMembership;{~email~:~a@b.co~,~membership~:{~roles~:[{~name~:1}]}};membership.roles[0].name",
			"CreateUserAndMembership;{~email~:~a@b.co~,~membership~:{~roles~:[null]}};membership.roles[0]",
			"CreateUserAndMembership;{~email~:~a@b.co~,~metadata~:{~key~:1}};metadata[\"key\"]",
			"SendPasswordlessEmail;{~email~:~a@b.co~,~expires_in~:-1};expires_in",
			"SendPasswordlessEmail;{~email~:~a@b.co~,~template~:~OTHER~};template",
			"CreateOrganizationClient;{~expiry~:1.5};expiry", "CreateOrganizationClient;{~expiry~:~~};expiry",
			"CreateToken;{~organization_id~:~org_1~,~expiry~:~soon~};expiry",
			"CreateMcpSessionToken;{~identifier~:~a~,~expiry~:3600};expiry",
			"ExecuteTool;{~tool_name~:~a~,~params~:[]};params",
			"UpdateDefaultRoles;{~default_member~:~a~};default_member" })
	void membersHaveTypes(String id, String body, String member) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> verify(id, "", body.replace('~', '"')))
			.withMessage("invalid value for field " + member);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~', value = {
			"CreateOrganizationClient;{~expiry~:3600,~name~:null,~other~:[1]};{~expiry~:3600}",
			"CreateOrganizationClient;{~expiry~:~3600~,~name~:~~};{~name~:~~,~expiry~:~3600~}",
			"UpdateUser;{~id~:~usr_2~,~user_profile~:{~given_name~:~A~,~x~:1},~metadata~:{}};{~metadata~:{},~user_profile~:{~given_name~:~A~}}",
			"CreateMembership;{~roles~:[{~id~:~1~,~name~:~admin~}]};{~roles~:[{~name~:~admin~}]}",
			"CreateMcpSessionToken;{~identifier~:~a~,~expiry~:~60.5s~};{~expiry~:~60.5s~,~identifier~:~a~}",
			"ResendInvite;{~a~:1};{}", "GetUser;[;{}" })
	void bodyIsWhatTheTableKnows(String id, String body, String json) {
		assertThat(verify(id, "", body.replace('~', '"')).json())
			.isEqualTo(Json.readObject(json.replace('~', '"').getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void emptyObjectHasToBeSent() {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> verify("ResendInvite", "", ""))
			.withMessage("a body is required");
	}

	@Test
	void tooManyPairsAndItemsAreRefused() {
		String pairs = IntStream.range(0, 21).mapToObj("\"key%d\":\"v\""::formatted).collect(Collectors.joining(","));
		assertViolations("UpdateUser", "", "{\"metadata\":{%s}}".formatted(pairs), "user.metadata map.max_pairs");
		String items = IntStream.range(0, 101).mapToObj("\"p%d\""::formatted).collect(Collectors.joining(","));
		assertViolations("AddPermissionsToRole", "", "{\"permission_names\":[%s]}".formatted(items),
				"permission_names repeated.max_items");
	}

	@Test
	void pathVariablesHaveRules() {
		ApiOperation operation = this.table.operation("GetDomain");
		ApiRequest request = ApiRequest.of("GET", "/", Map.of(), new byte[0])
			.withPathVariables(Map.of("organization_id", "", "id", ""));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.rules.verify(operation, request))
			.withMessageContaining("organization_id")
			.withMessageContaining("string.min_len")
			.withMessageNotContaining("field=id");
	}

	@Test
	void patternEndsWithTheText() {
		assertViolations("CreatePermission", "", "{\"name\":\"a\\n\"}", "permission.name string.pattern");
	}

	private void assertViolations(String id, String query, String body, String violations) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> verify(id, query, body))
			.satisfies((ex) -> assertThat(violations(ex)).isEqualTo(violations));
	}

	private static String violations(ApiException ex) {
		return Json.readObject(ex.toResponse().body())
			.at("/details/0/validation_error_info/field_violations")
			.valueStream()
			.map((violation) -> "%s %s".formatted(violation.get("field").stringValue(),
					violation.get("constraint").stringValue()))
			.collect(Collectors.joining(", "));
	}

	private ApiRequest verify(String id, String query, String body) {
		ApiOperation operation = this.table.operation(id);
		Map<String, String> variables = new LinkedHashMap<>();
		operation.path().variables().forEach((name) -> variables.put(name, variable(operation, name)));
		return this.rules.verify(operation,
				ApiRequest
					.of(operation.method(), operation.path() + "?" + query, Map.of(),
							body.getBytes(StandardCharsets.UTF_8))
					.withPathVariables(variables));
	}

	private static String variable(ApiOperation operation, String name) {
		String prefix = operation.parameter(name).orElseThrow().type().text().prefix();
		return (prefix.equals("usr_")) ? USER : prefix + "1";
	}

}
