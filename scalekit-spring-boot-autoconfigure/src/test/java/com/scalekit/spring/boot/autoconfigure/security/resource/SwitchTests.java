package com.scalekit.spring.boot.autoconfigure.security.resource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
import org.springframework.security.oauth2.jwt.JwtDecoder;

import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.boot.autoconfigure.security.SecurityChains;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * When there is a resource server, and what is told if there cannot be one.
 */
@ExtendWith(OutputCaptureExtension.class)
class SwitchTests {

	private static final String URL = "--scalekit.environment-url=https://acme.scalekit.com";

	private static final String CLIENT_ID = "--scalekit.client-id=skc_1";

	private static final String CLIENT_SECRET = "--scalekit.client-secret=secret";

	private static final String ENABLED = "--scalekit.resource-server.enabled=true";

	@ParameterizedTest
	@EnumSource(Stack.class)
	void nothingWithoutTheSwitch(Stack stack) {
		List<String> present;
		List<List<String>> chains;
		try (ResourceServer application = ResourceServer.run(stack, List.of(), URL, CLIENT_ID, CLIENT_SECRET)) {
			present = beans(application.context());
			chains = SecurityChains.filters(application.context());
		}
		String[] excluded = Stream
			.of("ScalekitSecurityAutoConfiguration", "resource.ScalekitResourceServerAutoConfiguration",
					"resource.MissingResourceServerStarterAutoConfiguration")
			.map("com.scalekit.spring.boot.autoconfigure.security."::concat)
			.toArray(String[]::new);
		try (ResourceServer application = ResourceServer.run(stack, List.of(), URL, CLIENT_ID, CLIENT_SECRET,
				"--" + stack.excluding(excluded))) {
			assertThat(present).containsExactlyInAnyOrderElementsOf(beans(application.context()));
			assertThat(chains).isEqualTo(SecurityChains.filters(application.context()));
		}
	}

	private static List<String> beans(ConfigurableApplicationContext context) {
		return Arrays.stream(context.getBeanDefinitionNames()).filter((name) -> !name.contains("anagement")).toList();
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void secretIsNotNeeded(Stack stack) {
		try (ResourceServer application = ResourceServer.run(stack, List.of(), URL, CLIENT_ID, ENABLED)) {
			assertThat(application.context().getBeanNamesForType(ScalekitClients.class)).isEmpty();
			assertThat(application.http().get("/me").status()).isEqualTo(401);
		}
		try (ResourceServer application = ResourceServer.run(stack, List.of(), URL, CLIENT_ID, CLIENT_SECRET,
				ENABLED)) {
			assertThat(application.context().getBeanNamesForType(ScalekitClients.class)).hasSize(1);
		}
	}

	@Test
	void clientIdIsNotNeededWithAnAudience() {
		try (ResourceServer application = ResourceServer.run(Stack.MVC, List.of(), URL, ENABLED,
				"--scalekit.resource-server.audiences=https://api.acme.com")) {
			assertThat(application.context().getBeanNamesForType(JwtDecoder.class)).hasSize(1);
		}
	}

	@Test
	void applicationThatIsNotOnTheWeb() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Plain.class)
			.web(WebApplicationType.NONE)
			.properties("spring.datasource.generate-unique-name=true")
			.run(URL, CLIENT_ID, ENABLED)) {
			assertThat(context.getBeanNamesForType(JwtDecoder.class)).isEmpty();
		}
	}

	@Test
	void switchedOffAltogether() {
		try (ResourceServer application = ResourceServer.run(Stack.MVC, List.of(), URL, CLIENT_ID, ENABLED,
				"--scalekit.enabled=false")) {
			assertThat(application.context().getBeanNamesForType(JwtDecoder.class)).isEmpty();
			assertThat(application.http().get("/me").status()).isEqualTo(401);
		}
	}

	@Test
	void starterThatIsMissing() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MissingResourceServerStarterAutoConfiguration.class))
			.withPropertyValues("scalekit.resource-server.enabled=true")
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.security.oauth2.server.resource"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("scalekit.resource-server.enabled must not be true without the starter of Spring Boot"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					scalekit.environment-url                           | ''            | must not be empty
					scalekit.environment-url                           | http://a.com  | must be an https URL
					scalekit.client-id                                 | ''            | must not be empty
					scalekit.resource-server.clock-skew                | 6m            | must be at least 0 s and at most 5 minutes
					scalekit.resource-server.jwk-set.cache-ttl         | 1s            | must be at least 30 s and at most 1 hour
					scalekit.resource-server.jwk-set.refetch-interval  | 0s            | must be at least 1 s and at most 1 minute
					scalekit.resource-server.api-tokens.cache-ttl      | -1s           | must be at least 0 s and at most 1 hour
					""")
	void settingThatCannotBeRight(String key, String value, String reason, CapturedOutput output) {
		fails(Stream
			.concat(Stream.of(URL, CLIENT_ID, ENABLED).filter((argument) -> !argument.startsWith("--" + key)),
					Stream.of("--" + key + "=" + value))
			.toArray(String[]::new));
		assertThat(output).contains("    Property: " + key + "\n", "    Reason: " + reason);
	}

	@Test
	void noConnectionAtAll(CapturedOutput output) {
		fails(ENABLED);
		assertThat(output).contains("    Property: scalekit.environment-url\n", "    Reason: must not be empty");
	}

	@Test
	void apiTokensNeedTheSecret(CapturedOutput output) {
		fails(URL, CLIENT_ID, ENABLED, "--scalekit.resource-server.api-tokens.enabled=true");
		assertThat(output).contains("    Property: scalekit.client-secret\n", "    Reason: must not be empty");
	}

	@Test
	void clientThatNeedsTheSecret(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> ResourceServer.run(Stack.MVC, List.of(NeedsClient.class), URL, CLIENT_ID, ENABLED));
		assertThat(output).contains("which is missing because scalekit.client-secret is not set.",
				"Set scalekit.client-secret, or the environment variable SCALEKIT_CLIENT_SECRET.");
	}

	private static void fails(String... arguments) {
		assertThatException().isThrownBy(() -> ResourceServer.run(Stack.MVC, List.of(), arguments).close());
	}

	static class NeedsClient {

		NeedsClient(OrganizationsClient organizations) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Plain {

	}

}
