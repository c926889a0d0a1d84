package com.scalekit.spring.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.organizations.OrganizationsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.BDDMockito.mock;

/**
 * What somebody reads who has made a mistake in the configuration.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartUpMessageTests {

	private static final String SECRET = "test_s3cret";

	private final Map<String, Object> variables = new HashMap<>(Map.of("SCALEKIT_ENVIRONMENT_URL",
			"https://acme.scalekit.com", "SCALEKIT_CLIENT_ID", "skc_1234", "SCALEKIT_CLIENT_SECRET", SECRET));

	@AfterEach
	void everyReasonIsDocumented(CapturedOutput output) throws IOException {
		String documentation = Files.readString(Path.of("..", "docs", "configuration.md"));
		assertThat(Pattern.compile("^ {4}Reason: (must .*)$", Pattern.MULTILINE).matcher(output).results())
			.allSatisfy((reason) -> assertThat(documentation).contains("| `" + reason.group(1) + "` |"));
	}

	@Test
	void variablesAloneAreEnough() {
		assertThatNoException().isThrownBy(() -> start());
	}

	@Test
	void missingProperty(CapturedOutput output) {
		this.variables.remove("SCALEKIT_CLIENT_ID");
		fails();
		assertThat(output).contains("""
				Description:

				The configuration of Scalekit is invalid:

				    Property: scalekit.client-id
				    Reason: must not be empty

				Action:

				Set scalekit.client-id, or the environment variable SCALEKIT_CLIENT_ID, to \
				the client identifier of the API credentials, such as skc_1234.
				Or set scalekit.enabled to false to do without Scalekit.
				""");
	}

	@Test
	void severalMissingProperties(CapturedOutput output) {
		this.variables.remove("SCALEKIT_ENVIRONMENT_URL");
		this.variables.put("SCALEKIT_CLIENT_SECRET", "");
		fails();
		assertThat(output).contains("""
				Description:

				The configuration of Scalekit is invalid:

				    Property: scalekit.environment-url
				    Reason: must not be empty

				    Property: scalekit.client-secret
				    Origin: System Environment Property "SCALEKIT_CLIENT_SECRET"
				    Reason: must not be empty

				Action:

				Set scalekit.environment-url, or the environment variable SCALEKIT_ENVIRONMENT_URL, to \
				the URL of the environment, such as https://acme.scalekit.com.
				Set scalekit.client-secret, or the environment variable SCALEKIT_CLIENT_SECRET, to \
				the client secret of the API credentials.
				Or set scalekit.enabled to false to do without Scalekit.
				""");
	}

	@Test
	void everythingEmptySwitchesTheStarterOff() {
		this.variables.replaceAll((name, value) -> "");
		assertThatNoException().isThrownBy(() -> start());
	}

	@Test
	void clientIsInjectedAndNothingIsConfigured(CapturedOutput output) {
		this.variables.clear();
		fails(Tenants.class);
		assertThat(output).contains("""
				***************************
				APPLICATION FAILED TO START
				***************************

				Description:

				Parameter 0 of constructor in %s required a bean of type \
				'com.scalekit.spring.client.organizations.OrganizationsClient', which is missing because Scalekit is \
				not configured.

				Action:

				Set the properties scalekit.environment-url, scalekit.client-id and scalekit.client-secret, or the \
				environment variables SCALEKIT_ENVIRONMENT_URL, SCALEKIT_CLIENT_ID and SCALEKIT_CLIENT_SECRET.
				In a test, annotate the test class with @AutoConfigureScalekitServer, or mock the client with \
				@MockitoBean.
				""".formatted(Tenants.class.getName()));
	}

	@Test
	void clientIsInjectedAndScalekitIsDisabled(CapturedOutput output) {
		fails(Tenants.class, "--scalekit.enabled=false");
		assertThat(output).contains("""
				'com.scalekit.spring.client.organizations.OrganizationsClient', which is missing because \
				scalekit.enabled is false.

				Action:

				Remove scalekit.enabled, or set it to true.
				In a test, annotate the test class with @AutoConfigureScalekitServer, or mock the client with \
				@MockitoBean.
				""");
	}

	@ParameterizedTest
	@ValueSource(classes = { QualifiedWebClient.class, NamedWebClient.class })
	void webClientIsInjectedAndNothingIsConfigured(Class<?> application, CapturedOutput output) {
		this.variables.clear();
		fails(application);
		assertThat(output).contains(
				"required the bean 'scalekitWebClient', which is missing because Scalekit is not configured.",
				"Set the properties scalekit.environment-url, scalekit.client-id and scalekit.client-secret");
	}

	@Test
	void otherMissingBeansAreReportedBySpringBoot(CapturedOutput output) {
		this.variables.clear();
		fails(OtherWebClient.class);
		assertThat(output).contains("Consider defining a bean of type").doesNotContain("Scalekit is not configured");
	}

	@Test
	void severalClientsAreReportedBySpringBoot(CapturedOutput output) {
		this.variables.clear();
		fails(SeveralClients.class);
		assertThat(output).contains("required a single bean, but 2 were found")
			.doesNotContain("Scalekit is not configured");
	}

	@Test
	void clientThatIsMissingAlthoughScalekitIsConfiguredIsReportedBySpringBoot(CapturedOutput output) {
		fails(Tenants.class, "--spring.autoconfigure.exclude=" + ScalekitAutoConfiguration.class.getName());
		assertThat(output).contains("Consider").doesNotContain("which is missing because");
	}

	@Test
	void nothingIsCheckedWhenDisabled() {
		this.variables.put("SCALEKIT_CLIENT_ID", "");
		assertThatNoException().isThrownBy(() -> start("--scalekit.enabled=false"));
	}

	@Test
	void placeholderThatNothingResolves(@TempDir Path directory, CapturedOutput output) throws IOException {
		Path file = Files.writeString(directory.resolve("application.yml"), """
				scalekit:
				  environment-url: https://acme.scalekit.com
				  client-id: ${ACME_CLIENT_ID}
				  client-secret: ${ACME_SECRET}
				""");
		this.variables.clear();
		fails("--spring.config.location=" + file);
		assertThat(output).contains("""
				Description:

				The configuration of Scalekit is invalid:

				    Property: scalekit.client-id
				    Value: "${ACME_CLIENT_ID}"
				    Origin: URL [file:%1$s] - 3:14
				    Reason: must not be a placeholder that nothing resolves

				    Property: scalekit.client-secret
				    Value: ******
				    Origin: URL [file:%1$s] - 4:18
				    Reason: must not be a placeholder that nothing resolves

				Action:

				Set scalekit.client-id, or the environment variable SCALEKIT_CLIENT_ID, to \
				the client identifier of the API credentials, such as skc_1234.
				Set scalekit.client-secret, or the environment variable SCALEKIT_CLIENT_SECRET, to \
				the client secret of the API credentials.
				""".formatted(file));
	}

	@Test
	void environmentUrlWithAPath(CapturedOutput output) {
		fails("--scalekit.environment-url=https://acme.scalekit.com/oauth/token");
		assertThat(output).contains("""
				    Property: scalekit.environment-url
				    Value: "https://acme.scalekit.com/oauth/token"
				    Origin: "scalekit.environment-url" from property source "commandLineArgs"
				    Reason: must not have a path

				Action:

				Set scalekit.environment-url, or the environment variable SCALEKIT_ENVIRONMENT_URL, to \
				https://acme.scalekit.com.
				""");
	}

	@Test
	void environmentUrlWithCredentials(CapturedOutput output) {
		fails("--scalekit.environment-url=https://skc_1234:" + SECRET + "@acme.scalekit.com");
		assertThat(output).contains("""
				    Property: scalekit.environment-url
				    Value: ******
				    Origin: "scalekit.environment-url" from property source "commandLineArgs"
				    Reason: must not contain credentials

				Action:

				Set scalekit.environment-url, or the environment variable SCALEKIT_ENVIRONMENT_URL, to \
				the URL of the environment, such as https://acme.scalekit.com.
				""");
	}

	@Test
	void plainHttp(CapturedOutput output) {
		this.variables.put("SCALEKIT_ENVIRONMENT_URL", "http://acme.scalekit.com");
		fails();
		assertThat(output).contains("""
				    Property: scalekit.environment-url
				    Value: "http://acme.scalekit.com"
				    Origin: System Environment Property "SCALEKIT_ENVIRONMENT_URL"
				    Reason: must be an https URL, since client secret and access token would be sent unprotected

				Action:

				Set scalekit.environment-url, or the environment variable SCALEKIT_ENVIRONMENT_URL, to \
				https://acme.scalekit.com, or allow insecure HTTP with scalekit.allow-insecure-http.
				""");
	}

	@Test
	void methodsOfTheConnectionDetailsAreNamedInsteadOfProperties(CapturedOutput output) {
		this.variables.clear();
		fails(CustomConnectionDetails.class);
		assertThat(output).contains("""
				Description:

				The configuration of Scalekit is invalid:

				    Bean method: %1$s.getEnvironmentUrl()
				    Value: ******
				    Reason: must not have a query or a fragment

				    Bean method: %1$s.getClientId()
				    Reason: must not be empty

				Action:

				Let %1$s.getEnvironmentUrl() return https://acme.scalekit.com.
				Let %1$s.getClientId() return \
				the client identifier of the API credentials, such as skc_1234.
				""".formatted(CustomConnectionDetails.class.getName()));
	}

	@Test
	void requestTimeoutOutOfRange(CapturedOutput output) {
		fails("--scalekit.request-timeout=0s");
		assertThat(output).contains("""
				    Property: scalekit.request-timeout
				    Value: "0s"
				    Origin: "scalekit.request-timeout" from property source "commandLineArgs"
				    Reason: must be at least 1 ms and at most 24 days

				Action:

				Set scalekit.request-timeout to a time in this range, such as 30s.
				""");
	}

	@Test
	void negativeTimeoutOfTheHttpClient(CapturedOutput output) {
		fails("--scalekit.http.connect-timeout=-1s");
		assertThat(output).contains("""
				    Property: scalekit.http.connect-timeout
				    Value: "-1s"
				    Origin: "scalekit.http.connect-timeout" from property source "commandLineArgs"
				    Reason: must be at least 1 ms and at most 24 days

				Action:

				Set scalekit.http.connect-timeout to a time in this range, such as 3s.
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0s", "100us", "25d" })
	void readTimeoutOutOfRange(String readTimeout, CapturedOutput output) {
		fails("--scalekit.http.read-timeout=" + readTimeout);
		assertThat(output)
			.contains("    Property: scalekit.http.read-timeout\n    Value: \"%s\"\n".formatted(readTimeout));
	}

	@Test
	void readTimeoutMayExceedTheRequestTimeout() {
		assertThatNoException()
			.isThrownBy(() -> start("--scalekit.http.read-timeout=24d", "--scalekit.request-timeout=1ms"));
	}

	@Test
	void negativeNumberOfRetries(CapturedOutput output) {
		fails("--scalekit.retry.max-retries=-1");
		assertThat(output).contains("""
				    Property: scalekit.retry.max-retries
				    Value: "-1"
				    Origin: "scalekit.retry.max-retries" from property source "commandLineArgs"
				    Reason: must be at least 0 and at most 100

				Action:

				Set scalekit.retry.max-retries to 0 for no retries, or a higher number in this range.
				""");
	}

	@Test
	void responseSizeOutOfRange(CapturedOutput output) {
		fails("--scalekit.max-response-size=2GB");
		assertThat(output).contains("""
				    Property: scalekit.max-response-size
				    Value: "2GB"
				    Origin: "scalekit.max-response-size" from property source "commandLineArgs"
				    Reason: must be more than zero and less than 2 GB

				Action:

				Set scalekit.max-response-size to a size in this range, such as 2MB.
				""");
	}

	@Test
	void unknownSslBundle(CapturedOutput output) {
		fails("--scalekit.http.ssl.bundle=scalekti");
		assertThat(output).contains("""
				    Property: scalekit.http.ssl.bundle
				    Value: "scalekti"
				    Origin: "scalekit.http.ssl.bundle" from property source "commandLineArgs"
				    Reason: must be the name of an SSL bundle

				Action:

				Set scalekit.http.ssl.bundle to the name of a bundle of spring.ssl.bundle, which has none.
				""");
	}

	@Test
	void sslBundleWithoutSslAutoConfiguration(CapturedOutput output) {
		fails("--scalekit.http.ssl.bundle=acme",
				"--spring.autoconfigure.exclude=" + SslAutoConfiguration.class.getName());
		assertThat(output).contains("""
				    Property: scalekit.http.ssl.bundle
				    Value: "acme"
				    Origin: "scalekit.http.ssl.bundle" from property source "commandLineArgs"
				    Reason: must be the name of an SSL bundle

				Action:

				Set scalekit.http.ssl.bundle to the name of a bundle of spring.ssl.bundle. It needs the \
				SslAutoConfiguration of Spring Boot, which is missing here.
				""");
	}

	@Test
	void typeThatDoesNotFitIsReportedBySpringBoot(CapturedOutput output) {
		fails("--scalekit.request-timeout=soon");
		assertThat(output)
			.contains("Failed to bind properties under 'scalekit.request-timeout' to java.time.Duration",
					"    Value: \"soon\"")
			.doesNotContain(SECRET);
	}

	static Stream<Map<String, String>> mistakes() {
		return Stream.of(Map.of("scalekit.client-id", ""), Map.of("scalekit.client-id", "${" + SECRET + "}"),
				Map.of("scalekit.environment-url", SECRET), Map.of("scalekit.environment-url", "https://" + SECRET),
				Map.of("scalekit.environment-url", "https://acme.scalekit.com/" + SECRET),
				Map.of("scalekit.environment-url", "https://acme.scalekit.com?" + SECRET),
				Map.of("scalekit.environment-url", "https://skc_1234:" + SECRET + "@acme.scalekit.com"),
				Map.of("scalekit.client-secret", "${" + SECRET + "}"), Map.of("scalekit.request-timeout", "0s"),
				Map.of("scalekit.request-timeout", "soon"), Map.of("scalekit.request-timeout", "106751991167d"),
				Map.of("scalekit.http.ssl.bundle", "missing"), Map.of("scalekit.http.read-timeout", "0s"));
	}

	static Stream<Map<String, String>> mistakesInCredentials() {
		return Stream.of(Map.of("scalekit.client-id", SECRET, "scalekit.client-secret", "skc_1234"),
				Map.of("scalekit.client-id", SECRET), Map.of("scalekit.client-id", "'" + SECRET + "'"),
				Map.of("scalekit.client-secret", "\"" + SECRET + "\""), Map.of("scalekit.client-secret", SECRET + "\n"),
				Map.of("scalekit.client-secret", "<" + SECRET + ">"));
	}

	@ParameterizedTest
	@MethodSource("mistakesInCredentials")
	void credentialsAreNotJudgedAtStartAndNotShown(Map<String, String> mistake, CapturedOutput output) {
		assertThatNoException().isThrownBy(() -> start(mistake.entrySet()
			.stream()
			.map((entry) -> "--" + entry.getKey() + "=" + entry.getValue())
			.toArray(String[]::new)));
		assertThat(output).doesNotContain("s3cret");
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void noMistakeShowsTheSecret(Map<String, String> mistake, CapturedOutput output) {
		fails(Stream
			.concat(Stream.of("--logging.level.org.springframework.boot.diagnostics=debug"),
					mistake.entrySet().stream().map((entry) -> "--" + entry.getKey() + "=" + entry.getValue()))
			.toArray(String[]::new));
		assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("s3cret");
	}

	private void fails(String... arguments) {
		fails(Application.class, arguments);
	}

	private void fails(Class<?> application, String... arguments) {
		assertThatException().isThrownBy(() -> start(application, arguments));
	}

	private void start(String... arguments) {
		start(Application.class, arguments);
	}

	private void start(Class<?> source, String... arguments) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, this.variables));
		SpringApplication application = new SpringApplication(Application.class, source);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setEnvironment(environment);
		application.setBannerMode(Banner.Mode.OFF);
		application.setLogStartupInfo(false);
		try (ConfigurableApplicationContext context = application.run(arguments)) {
			assertThat(context.isRunning()).isTrue();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class,
			ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class, SslAutoConfiguration.class })
	static class Application {

	}

	record Tenants(OrganizationsClient organizations) {

	}

	record QualifiedWebClient(@Qualifier("scalekitWebClient") WebClient webClient) {

	}

	static class NamedWebClient {

		@Bean
		String needsWebClient(BeanFactory beanFactory) {
			return beanFactory.getBean("scalekitWebClient").toString();
		}

	}

	@Import(Tenants.class)
	static class SeveralClients {

		@Bean
		OrganizationsClient first() {
			return mock();
		}

		@Bean
		OrganizationsClient second() {
			return mock();
		}

	}

	record OtherWebClient(WebClient webClient) {

	}

	static class CustomConnectionDetails implements ScalekitConnectionDetails {

		@Override
		public String getEnvironmentUrl() {
			return "https://acme.scalekit.com/?tenant=" + SECRET;
		}

		@Override
		public String getClientId() {
			return "";
		}

		@Override
		public String getClientSecret() {
			return SECRET + "\n";
		}

	}

}
