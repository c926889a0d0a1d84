package com.scalekit.spring.boot.autoconfigure.security.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.boot.autoconfigure.security.SecurityChains;
import com.scalekit.spring.security.login.ScalekitLogin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * When there is a login, and what somebody reads who has made a mistake.
 */
@ExtendWith(OutputCaptureExtension.class)
class SwitchTests {

	private static final String URL = "--scalekit.environment-url=https://acme.scalekit.com";

	private static final String CLIENT_ID = "--scalekit.client-id=skc_1";

	private static final String CLIENT_SECRET = "--scalekit.client-secret=s3cret";

	private static final String ENABLED = "--scalekit.login.enabled=true";

	@AfterEach
	void everyReasonIsDocumented(CapturedOutput output) throws IOException {
		String documentation = Files.readString(Path.of("..", "docs", "configuration.md"));
		assertThat(Pattern.compile("^ {4}Reason: (must .*)$", Pattern.MULTILINE).matcher(output).results())
			.allSatisfy((reason) -> assertThat(documentation).contains("| `" + reason.group(1) + "` |"));
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void nothingWithoutTheSwitch(Stack stack) {
		List<String> present;
		List<List<String>> chains;
		try (LoginApplication application = LoginApplication.run(stack, List.of(), URL, CLIENT_ID, CLIENT_SECRET)) {
			present = beans(application.context());
			chains = SecurityChains.filters(application.context());
		}
		String[] excluded = Stream
			.of("login.ScalekitLoginAutoConfiguration", "login.MissingLoginStarterAutoConfiguration")
			.map("com.scalekit.spring.boot.autoconfigure.security."::concat)
			.toArray(String[]::new);
		try (LoginApplication application = LoginApplication.run(stack, List.of(), URL, CLIENT_ID, CLIENT_SECRET,
				"--" + stack.excluding(excluded))) {
			assertThat(present).containsExactlyInAnyOrderElementsOf(beans(application.context()))
				.noneMatch((name) -> name.contains("login"));
			assertThat(chains).isEqualTo(SecurityChains.filters(application.context()));
		}
	}

	private static List<String> beans(ConfigurableApplicationContext context) {
		return Arrays.stream(context.getBeanDefinitionNames())
			.filter((name) -> !name.contains("anagement") && !name.startsWith("loginApplication")
					&& !name.contains(".LoginApplication"))
			.toList();
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void ownBeansHaveThePrefix(Stack stack) {
		try (LoginApplication without = LoginApplication.run(stack, List.of(), URL, CLIENT_ID, CLIENT_SECRET);
				LoginApplication application = LoginApplication.run(stack, List.of(), URL, CLIENT_ID, CLIENT_SECRET,
						ENABLED)) {
			List<String> added = new ArrayList<>(beans(application.context()));
			added.removeAll(beans(without.context()));
			assertThat(added).contains("scalekitLogin", "scalekitAuthorizationRequestResolver",
					"scalekitOidcUserService", "scalekitIdTokenDecoderFactory", "scalekitTokenClient",
					"clientRegistrationRepository", "authorizedClientRepository");
			assertThat(application.context().getBeanNamesForType(ScalekitLogin.class)).hasSize(1);
		}
	}

	/**
	 * As in a test of a slice.
	 */
	@ParameterizedTest
	@CsvSource({ "MVC, OAuth2ClientAutoConfiguration", "WEBFLUX, reactive.ReactiveOAuth2ClientAutoConfiguration" })
	void serviceOfSpringBootIsNotNeeded(Stack stack, String excluded) {
		try (LoginApplication application = LoginApplication.run(stack, List.of(), URL, CLIENT_ID, CLIENT_SECRET,
				ENABLED, "--spring.autoconfigure.exclude=org.springframework.boot.security.oauth2.client.autoconfigure."
						+ excluded)) {
			assertThat(beans(application.context())).contains("authorizedClientRepository")
				.noneMatch((name) -> name.endsWith("uthorizedClientService"));
		}
	}

	@Test
	void applicationThatIsNotOnTheWeb() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Plain.class)
			.web(WebApplicationType.NONE)
			.properties("spring.datasource.generate-unique-name=true")
			.run(URL, CLIENT_ID, CLIENT_SECRET, ENABLED)) {
			assertThat(context.getBeanNamesForType(ClientRegistrationRepository.class)).isEmpty();
			assertThat(context.getBeanNamesForType(ScalekitLogin.class)).isEmpty();
		}
	}

	@Test
	void switchedOffAltogether() {
		try (LoginApplication application = LoginApplication.run(Stack.MVC, List.of(), URL, CLIENT_ID, CLIENT_SECRET,
				ENABLED, "--scalekit.enabled=false")) {
			assertThat(application.context().getBeanNamesForType(ScalekitLogin.class)).isEmpty();
			assertThat(application.http().get("/me").status()).isIn(302, 401);
		}
	}

	@Test
	void starterThatIsMissing() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MissingLoginStarterAutoConfiguration.class))
			.withPropertyValues("scalekit.login.enabled=true")
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.security.oauth2.client"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("scalekit.login.enabled must not be true without the starter of Spring Boot"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					scalekit.environment-url               | ''        | must not be empty
					scalekit.client-id                     | ''        | must not be empty
					scalekit.client-secret                 | ''        | must not be empty
					scalekit.login.scope                   | profile   | must contain openid
					scalekit.login.forwarded-parameters    | state     | must not contain a parameter that the login itself sends
					scalekit.login.session-check-max-stale | 25h       | must be at least 0 s and at most 24 hours
					""")
	void settingThatCannotBeRight(String key, String value, String reason, CapturedOutput output) {
		fails(Stream
			.concat(Stream.of(URL, CLIENT_ID, CLIENT_SECRET, ENABLED)
				.filter((argument) -> !argument.startsWith("--" + key)), Stream.of("--" + key + "=" + value))
			.toArray(String[]::new));
		assertThat(output).contains("    Property: " + key + "\n", "    Reason: " + reason).doesNotContain("s3cret");
	}

	@Test
	void secretIsNeededAlsoWhenTokensAreAccepted(CapturedOutput output) {
		fails(URL, CLIENT_ID, ENABLED, "--scalekit.resource-server.enabled=true");
		assertThat(output).contains("    Property: scalekit.client-secret\n", "    Reason: must not be empty");
	}

	@Test
	void halfAClientOfItsOwn(CapturedOutput output) {
		fails(URL, CLIENT_ID, CLIENT_SECRET, ENABLED, "--scalekit.login.client-id=skc_2");
		assertThat(output).contains("    Property: scalekit.login.client-secret\n", "    Reason: must not be empty");
	}

	@Test
	void clientOfItsOwn() {
		try (LoginApplication application = LoginApplication.run(Stack.MVC, List.of(), URL, CLIENT_ID, CLIENT_SECRET,
				ENABLED, "--scalekit.login.client-id=skc_2", "--scalekit.login.client-secret=other",
				"--scalekit.login.organization-id=org_1", "--scalekit.login.connection-id=conn_1",
				"--scalekit.login.forwarded-parameters=invitation")) {
			assertThat(Browser
				.query(application.browser()
					.authorizationRequest(
							"/oauth2/authorization/scalekit?organization_id=org_2&invitation=inv_1&prompt=login"))
				.toSingleValueMap()).containsEntry("client_id", "skc_2")
				.containsEntry("organization_id", "org_1")
				.containsEntry("connection_id", "conn_1")
				.containsEntry("invitation", "inv_1")
				.doesNotContainKey("prompt");
		}
	}

	private static void fails(String... arguments) {
		assertThatException().isThrownBy(() -> LoginApplication.run(Stack.MVC, List.of(), arguments).close());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Plain {

	}

}
