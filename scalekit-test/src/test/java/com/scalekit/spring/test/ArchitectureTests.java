package com.scalekit.spring.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("com.scalekit.spring.test");

	@Test
	void knowsTheWireFormatOnly() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("com.scalekit.spring.client..", "com.scalekit.spring.boot..")
			.check(CLASSES);
	}

	@Test
	void onlyTheExtensionNeedsTestFramework() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage("com.scalekit.spring.test.junit")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.junit..", "org.assertj..")
			.check(CLASSES);
	}

	@Test
	void needsNoSpring() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..")
			.check(CLASSES);
	}

	@Test
	void packagesHaveNoCycles() {
		SlicesRuleDefinition.slices().matching("com.scalekit.spring.(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void onlyTheHttpServerKnowsWireMock() {
		ArchRuleDefinition.noClasses()
			.that()
			.haveNameNotMatching("com\\.scalekit\\.spring\\.test\\.server\\.(HttpServer|OperationTransformer).*")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("com.github.tomakehurst..", "wiremock..")
			.check(CLASSES);
	}

	/**
	 * What is relocated in one of WireMock's artifacts, or named after the server that
	 * WireMock is made of, is none of its API.
	 */
	@Test
	void onlyThePublicApiOfWireMockIsUsed() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("wiremock..", "org.eclipse..", "com.github.tomakehurst.wiremock.jetty..",
					"com.github.tomakehurst.wiremock.jetty11..")
			.check(CLASSES);
	}

	@Test
	void groupsKnowTheServerAndNothingElse() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages("com.scalekit.spring.test", "com.scalekit.spring.test.junit",
					"com.scalekit.spring.test.commandline")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("com.scalekit.spring.test", "com.scalekit.spring.test.junit",
					"com.scalekit.spring.test.commandline")
			.check(CLASSES);
	}

	@Test
	void publicFaceIsSmall() {
		assertThat(CLASSES.stream()
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.filter((type) -> !type.getPackageName().equals("com.scalekit.spring.test.server")
					&& !type.getPackageName().equals("com.scalekit.spring.test.api"))
			.map(JavaClass::getSimpleName)).containsExactlyInAnyOrder("ScalekitServer", "Builder", "NextRequest",
					"ScriptedResponse", "ReceivedRequest", "Tokens", "TokenEndpoint", "BearerTokenCheck", "Keys",
					"SignedTokens", "OpenIdProvider", "Redirects", "BackChannelLogout", "SignIn", "Grant",
					"TokenRequest", "TokenResponse", "OAuth2Exception", "AccessTokens", "NewToken", "BrokenToken",
					"Organizations", "OrganizationsApi", "NewOrganization", "StoredOrganization", "Settings", "Feature",
					"UserManagement", "StoredSessionPolicy", "Source", "TimeUnit", "ScalekitServerExtension",
					"ScalekitServerCustomizer", "ScalekitServerCommand", "Domains", "DomainsApi", "StoredDomain",
					"Connections", "ConnectionsApi", "NewConnection", "StoredConnection", "Directories",
					"DirectoriesApi", "NewDirectory", "StoredDirectory", "StoredDirectoryUser", "StoredDirectoryGroup",
					"Sessions", "SessionsApi", "NewSession", "StoredSession", "Device", "Location", "ApiClients",
					"ApiClientsApi", "StoredApiClient", "CustomClaim", "Secret", "Permissions", "PermissionsApi",
					"StoredPermission", "Roles", "RolesApi", "NewRole", "StoredRole", "RoleHolders", "Users",
					"UsersApi", "NewUser", "StoredUser", "Profile", "StoredMembership", "Role", "AuthenticationLogs",
					"AuthenticationLogsApi", "NewAuthenticationRequest", "StoredAuthenticationRequest", "Passwordless",
					"PasswordlessApi", "StoredEmail", "Passkeys", "PasskeysApi", "StoredPasskey", "ApiTokens",
					"ApiTokensApi", "NewApiToken", "StoredApiToken", "ConnectedAccounts", "ConnectedAccountsApi",
					"NewConnectedAccount", "StoredConnectedAccount", "Tools", "ToolsApi", "NewTool", "ToolFunction",
					"ToolFailure", "CustomProviders", "CustomProvidersApi", "StoredProvider", "McpConfigurations",
					"McpConfigurationsApi", "McpSession", "StoredMcpConfiguration", "ToolMapping", "ProviderApi",
					"ProviderRequest", "ProviderResponse", "ProviderProxy", "OutboundCalls", "Webhooks", "WebhookEvent",
					"WebhookResponse", "WebhookDelivery", "SignedRequest", "Interceptors", "InterceptorQuestion",
					"InterceptorDecision");
	}

	@Test
	void publicTableIsSmall() {
		assertThat(CLASSES.stream()
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.filter((type) -> type.getPackageName().equals("com.scalekit.spring.test.api"))
			.map(JavaClass::getSimpleName)).containsExactlyInAnyOrder("ApiTable", "ApiOperation", "ApiPath",
					"ApiRequestBody", "ApiObject", "ApiField", "Presence", "Mark", "ApiType", "Kind", "Range",
					"TextRules", "MapRules", "ListRules");
	}

	@Test
	void tableKnowsNothingElse() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage("com.scalekit.spring.test.api")
			.should()
			.dependOnClassesThat(JavaClass.Predicates.resideInAPackage("com.scalekit..")
				.and(JavaClass.Predicates.resideOutsideOfPackage("com.scalekit.spring.test.api")))
			.check(CLASSES);
	}

	@Test
	void publicMechanicsAreFew() {
		assertThat(CLASSES.stream()
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.filter((type) -> type.getPackageName().equals("com.scalekit.spring.test.server"))
			.map(JavaClass::getSimpleName)).containsExactlyInAnyOrder("ApiException", "ApiGroup", "ApiPrinter",
					"ApiRequest", "ApiResponse", "EnvironmentState", "ErrorHandling", "Handler", "HtmlPage",
					"HttpServer", "Index", "Json", "NumberedPageRequest", "Operation", "Page", "PageRequest",
					"RandomStrings", "Redaction", "RequestRules", "Router", "StateEvent", "Store", "UniqueField",
					"Validation");
	}

}
