package com.scalekit.spring.test.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.scalekit.spring.test.api.ApiType.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiTableTests {

	private static final String VALID = """
			# operations
			[Things]
			GetThing | GET /things/{id} | id:ThingId | - | 200 { thing:Thing } | -
			AddThing | POST /things | dry_run:bool | thing=Thing | 201 { thing:Thing } | timeout=60s
			# strings
			string ThingId = 1..32 prefix=thg_
			# objects
			Thing = id:ThingId(read-only) color?:Color names!:str(1..250)[](..50,unique) labels:map(10,3..25,1..256)
			# enums
			enum Color = RED +COLOR_UNSPECIFIED
			""";

	private final ApiTable table = ApiTable.load();

	@Test
	void hasEveryOperation() {
		assertThat(this.table.operations()).hasSize(116);
		assertThat(this.table.operations().stream().filter((operation) -> !operation.is("unpublished"))).hasSize(111);
		assertThat(this.table.operations().stream().collect(Collectors.groupingBy(ApiOperation::group))).hasSize(17);
		assertThat(this.table.objects()).hasSize(95);
		assertThat(this.table.enums()).hasSize(28);
	}

	@Test
	void operationHasItsColumns() {
		ApiOperation operation = this.table.operation("UpdateOrganization");
		assertThat(operation.group()).isEqualTo("Organizations");
		assertThat(operation.reference()).isEqualTo("PATCH /api/v1/organizations/{id}");
		assertThat(operation.pathVariables()).extracting(ApiField::name).containsExactly("id");
		assertThat(operation.pathVariables()).allMatch(ApiField::isRequired);
		assertThat(operation.queryParameters()).isEmpty();
		assertThat(operation.request()).isNotNull().satisfies((request) -> {
			assertThat(request.prefix()).isEqualTo("organization");
			assertThat(request.object()).isEqualTo(this.table.object("UpdateOrganization"));
		});
		assertThat(operation.status()).isEqualTo(200);
		assertThat(operation.response().fields()).extracting(ApiField::name).containsExactly("organization");
	}

	@Test
	void requestHasItsForms() {
		assertThat(this.table.operation("GetOrganization").request()).isNull();
		assertThat(this.table.operation("ResendInvite").request())
			.isEqualTo(new ApiRequestBody("", new ApiObject("", List.of())));
		assertThat(this.table.operation("ExecuteTool").request()).isNotNull()
			.extracting((request) -> request.object().fields().size())
			.isEqualTo(8);
	}

	@Test
	void traitsAreKnown() {
		assertThat(this.table.operation("ListConnectedAccounts").pageSize()).hasValue(99);
		assertThat(this.table.operation("GetUser").pageSize()).isEmpty();
		assertThat(this.table.operation("ExecuteTool").timeout()).hasValue(Duration.ofSeconds(60));
		assertThat(this.table.operation("UpdateDefaultRoles2").alias()).hasValue("UpdateDefaultRoles");
		assertThat(this.table.operation("ListDomains").is("page_number")).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "GetUser, true", "UpdateUser, true", "CreateUserAndMembership, false", "GeneratePortalLink, false",
			"ResendInvite, false", "RevokeSession, true", "ValidateToken, true", "ExecuteTool, false" })
	void repeatableOperations(String id, boolean repeatable) {
		assertThat(this.table.operation(id).isRepeatable()).isEqualTo(repeatable);
	}

	@Test
	void fieldHasTypeAndConstraints() {
		ApiField groups = this.table.object("CreateUserProfile").field("groups").orElseThrow();
		assertThat(groups.type().kind()).isEqualTo(Kind.STRING);
		assertThat(groups.type().list()).isEqualTo(new ListRules(Range.parse("..50"), true));
		assertThat(groups.type().text().length()).isEqualTo(new Range(1, 250));
		ApiField metadata = this.table.object("CreateOrganization").field("metadata").orElseThrow();
		assertThat(metadata.type().map())
			.isEqualTo(new MapRules(Range.parse("..10"), new Range(3, 25), new Range(1, 256)));
		ApiField inviter = this.table.object("CreateMembership").field("inviter_email").orElseThrow();
		assertThat(inviter.isOptional()).isTrue();
		assertThat(inviter.type().text().email()).isTrue();
		assertThat(this.table.operation("ListOrganizationRoles").parameter("include").orElseThrow().type().text())
			.extracting(TextRules::allowed)
			.isEqualTo(List.of("", "permissions", "permissions:all"));
		assertThat(this.table.operation("ListPermissions").parameter("page_size").orElseThrow().type().numbers())
			.isEqualTo(new Range(1, 100));
	}

	@Test
	void secretsAreMarked() {
		assertThat(secrets()).containsExactlyInAnyOrder("CreateOrganizationClient.plain_secret",
				"CreateOrganizationClientSecret.plain_secret", "ClientSecret.plain_secret", "Link.location",
				"VerifyPasswordlessEmail.code", "VerifyPasswordlessEmail.link_token",
				"GetMagicLinkForConnectedAccount.link", "CreateMcpSessionToken.token", "CreateToken.token",
				"ValidateToken.token", "UpdateToken.token", "InvalidateToken.token",
				"GoogleDWDConfig.service_account_json", "OAuthConnectionConfig.client_secret",
				"OAuthConnectionConfig.googleads_developer_token", "OIDCConnectionConfig.client_secret",
				"StaticAuthConfig.static_config", "GoogleDWDAuth.access_token", "OauthToken.access_token",
				"OauthToken.refresh_token", "StaticAuth.details", "TrustedIDPAuth.secret_access_key",
				"TrustedIDPAuth.session_token", "McpConnectionAuthState.authentication_link");
	}

	private List<String> secrets() {
		List<String> secrets = new ArrayList<>();
		this.table.operations().forEach((operation) -> {
			ApiRequestBody request = operation.request();
			if (request != null && request.object().name().isEmpty()) {
				add(secrets, operation.id(), request.object());
			}
			if (operation.response().name().isEmpty()) {
				add(secrets, operation.id(), operation.response());
			}
		});
		this.table.objects().forEach((object) -> add(secrets, object.name(), object));
		return secrets;
	}

	private static void add(List<String> secrets, String owner, ApiObject object) {
		object.fields().stream().filter(ApiField::isSecret).forEach((field) -> secrets.add(owner + "." + field.name()));
	}

	@Test
	void requestsAreFound() {
		assertThat(this.table.find("PATCH", "/api/v1/roles/default")).map(ApiOperation::id)
			.hasValue("UpdateDefaultRoles2");
		assertThat(this.table.find("GET", "/api/v1/roles/default")).map(ApiOperation::id).hasValue("GetRole");
		assertThat(this.table.find("PATCH", "/api/v1/organizations/org_1/directories/dir_1:enable"))
			.map(ApiOperation::id)
			.hasValue("EnableDirectory");
		assertThat(this.table.find("GET", "/api/v1/organizations/org_1/users:search")).map(ApiOperation::id)
			.hasValue("SearchOrganizationUsers");
		assertThat(this.table.find("GET", "/api/v1/organizations:external/a%2Fb")).map(ApiOperation::id)
			.hasValue("GetOrganizationByExternalId");
		assertThat(this.table.find("GET", "/api/v1/unknown")).isEmpty();
	}

	@Test
	void enumsTellWhatIsDocumented() {
		assertThat(this.table.enumConstants("ClientSecretStatus")).containsExactly("INACTIVE", "ACTIVE");
		assertThat(this.table.documentedEnumConstants("ClientSecretStatus")).containsExactly("INACTIVE");
	}

	@Test
	void unknownNamesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.table.operation("Unknown"))
			.withMessage("The table has no operation 'Unknown'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.table.object("Unknown"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.table.enumConstants("Unknown"));
	}

	@Test
	void readsSmallTable() {
		ApiTable small = ApiTable.parse(VALID);
		assertThat(small.operations()).extracting(ApiOperation::id).containsExactly("GetThing", "AddThing");
		assertThat(small.object("Thing").field("id").orElseThrow().isReadOnly()).isTrue();
		assertThat(small.object("Thing").field("names").orElseThrow().isRequired()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "[Things];Things;line 2: neither a group, an operation, a string, an object nor an enum",
					"[Things];# none;line 3: 'GetThing' is in no group",
					"[Things];[];line 2: '[]' is not of the form '[Group]'",
					"- | 200 { thing:Thing } | -;200 { thing:Thing } | -;line 3: an operation has 6 columns and not 5",
					"GET /things/{id};FETCH /things/{id};line 3: unknown verb 'FETCH'",
					"GET /things/{id};GET;line 3: 'GET' is not of the form 'VERB /path'",
					"/things/{id};/things/{name};line 3: the variable 'name' is no parameter",
					"AddThing;GetThing;line 4: 'GetThing' is there already, as GetThing",
					"POST /things;GET /things/{id};line 4: the variable 'id' is no parameter",
					"dry_run:bool;dry_run;line 4: 'dry_run' is not of the form 'name:type'",
					"dry_run:bool;dry_run:boolean;line 4: unknown type 'boolean' in 'dry_run:boolean'",
					"dry_run:bool;dry_run:bool(1..2);line 4: '1..2' is no rule of bool in 'dry_run:bool(1..2)'",
					"dry_run:bool;dry_run:bool dry_run:bool;line 4: 'dry_run' is there twice",
					"thing=Thing;Thing;line 4: 'Thing' is not of the form 'prefix=Object'",
					"thing=Thing;thing=Other;line 4: unknown object 'Other'",
					"201 {;many {;line 4: 'many { thing:Thing }' is not of the form 'status response'",
					"timeout=60s;timeout=long;line 4: unknown trait 'timeout=long'",
					"timeout=60s;slow;line 4: unknown trait 'slow'",
					"timeout=60s;alias=Other;line 4: unknown operation 'Other'",
					"1..32;32..1;line 6: '32..1' contains nothing",
					"prefix=thg_;suffix=x;line 6: 'suffix=x' is no rule of strings",
					"prefix=thg_;/[/;line 6: '[' is no regular expression",
					"string ThingId =;string ThingId;line 6: 'string ThingId",
					"string ThingId;string str;line 6: the type 'str' is there already",
					"ThingId(read-only);ThingId(hidden);line 8: 'hidden' is no rule of strings in 'id:ThingId(hidden)'",
					"(..50,unique);(..50,sorted);line 8: 'sorted' is no range in 'names!:str(1..250)[](..50,sorted)'",
					"map(10,3..25,1..256);map(10);line 8: '10' is no rule of map in 'labels:map(10)'",
					"RED +COLOR_UNSPECIFIED;RED RED;line 10: 'RED' is there twice",
					"enum Color =;enum Color;line 10: 'enum Color" })
	void errorsNameLineAndCause(String valid, String wrong, String message) {
		assertThat(VALID).contains(valid);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ApiTable.parse(VALID.replaceFirst(Pattern.quote(valid), Matcher.quoteReplacement(wrong))))
			.withMessageContaining("operations.txt, " + message);
	}

}
