package com.scalekit.spring.boot.autoconfigure.inbound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.autoconfigure.interceptors.ScalekitInterceptorAutoConfiguration;
import com.scalekit.spring.boot.autoconfigure.webhooks.ScalekitWebhookAutoConfiguration;
import com.scalekit.spring.interceptors.Decision;
import com.scalekit.spring.interceptors.PreSessionCreation;
import com.scalekit.spring.interceptors.PreSignup;
import com.scalekit.spring.interceptors.ScalekitInterceptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What somebody reads who has made a mistake in the configuration of webhooks or
 * interceptors.
 */
@ExtendWith(OutputCaptureExtension.class)
class InboundStartUpMessageTests {

	private static final String SECRET = "--scalekit.webhook.secret=" + InboundApplication.NEW_SECRET;

	private static final String INTERCEPTOR_SECRET = "--scalekit.interceptor.secret="
			+ InboundApplication.INTERCEPTOR_SECRET;

	@AfterEach
	void everyReasonIsDocumented(CapturedOutput output) throws IOException {
		String documentation = Files.readString(Path.of("..", "docs", "configuration.md"));
		assertThat(Pattern.compile("^ {4}Reason: (must .*)$", Pattern.MULTILINE).matcher(output).results())
			.allSatisfy((reason) -> assertThat(documentation).contains("| `" + reason.group(1) + "` |"));
	}

	@Test
	void secretWithoutPrefix(CapturedOutput output) {
		fails(Application.class, "--scalekit.webhook.secret=s3cret");
		assertThat(output).contains("""
				Description:

				The configuration of Scalekit is invalid:

				    Property: scalekit.webhook.secret
				    Value: ******
				    Origin: "scalekit.webhook.secret" from property source "commandLineArgs"
				    Reason: must be a signing secret, but has no prefix that ends with '_'

				Action:

				Set scalekit.webhook.secret, or the environment variable SCALEKIT_WEBHOOK_SECRET, to \
				the signing secret from the Scalekit dashboard, such as whsec_....
				""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			whsec_s3cret!  | must be a signing secret, but is not Base64 after its prefix
			whsec_         | must be a signing secret, but has nothing after its prefix
			${A_s3cret}    | must not be a placeholder that nothing resolves
			""")
	void secretThatCannotBeRight(String secret, String reason, CapturedOutput output) {
		for (String side : new String[] { "webhook", "interceptor" }) {
			fails(Application.class, "--logging.level.org.springframework.boot.diagnostics=debug",
					"--scalekit." + side + ".secret=" + secret);
			assertThat(output).contains("    Property: scalekit." + side + ".secret\n", "    Reason: " + reason);
		}
		assertThat(output).doesNotContain("s3cret");
	}

	@Test
	void oneOfSeveralSecrets(CapturedOutput output) {
		fails(Application.class, SECRET + ",,whsec_s3cret!");
		assertThat(output).contains("""
				    Property: scalekit.webhook.secret[1]
				    Reason: must not be empty

				    Property: scalekit.webhook.secret[2]
				    Value: ******
				    Reason: must be a signing secret, but is not Base64 after its prefix
				""").doesNotContain("s3cret", InboundApplication.NEW_SECRET);
	}

	@Test
	void shortSecretIsAccepted(CapturedOutput output) {
		assertThatNoException().isThrownBy(() -> start(Application.class, "--scalekit.webhook.secret=whsec_bXktc2Vj"));
		assertThat(output).containsOnlyOnce("Signing secret is only 6 bytes long").doesNotContain("bXktc2Vj");
	}

	@Test
	void severalMistakes(CapturedOutput output) {
		fails(Application.class, SECRET, "--scalekit.webhook.path=hooks", "--scalekit.webhook.tolerance=2h",
				"--scalekit.webhook.max-body-size=0", "--scalekit.webhook.inbox-retention=0s",
				"--scalekit.webhook.handling-timeout=500ms");
		assertThat(output).contains("""
				    Property: scalekit.webhook.path
				    Value: "hooks"
				    Origin: "scalekit.webhook.path" from property source "commandLineArgs"
				    Reason: must be a path such as /scalekit/webhooks, without a pattern or a slash at its end

				    Property: scalekit.webhook.tolerance
				    Value: "2h"
				    Origin: "scalekit.webhook.tolerance" from property source "commandLineArgs"
				    Reason: must be at least 1 s and at most 1 hour

				    Property: scalekit.webhook.max-body-size
				    Value: "0"
				    Origin: "scalekit.webhook.max-body-size" from property source "commandLineArgs"
				    Reason: must be at least 1 KB and at most 10 MB

				    Property: scalekit.webhook.inbox-retention
				    Value: "0s"
				    Origin: "scalekit.webhook.inbox-retention" from property source "commandLineArgs"
				    Reason: must be at least 1 s and at most 365 days

				    Property: scalekit.webhook.handling-timeout
				    Value: "500ms"
				    Origin: "scalekit.webhook.handling-timeout" from property source "commandLineArgs"
				    Reason: must be at least 1 s and at most 1 minute

				Action:

				Set scalekit.webhook.path to a path such as /scalekit/webhooks.
				Set scalekit.webhook.tolerance to a time in this range, such as 5m.
				Set scalekit.webhook.max-body-size to a size in this range, such as 256KB.
				Set scalekit.webhook.inbox-retention to a time in this range, such as 3d.
				Set scalekit.webhook.handling-timeout to a time in this range, such as 8s.
				""");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/", "/a/", "//a", "/a//b", "/a/*", "/{a}", "/a;b", "/a?b", "/a%20b", "/../a", "/ä", "/a b" })
	void pathThatIsNotExact(String path, CapturedOutput output) {
		fails(Application.class, INTERCEPTOR_SECRET, "--scalekit.interceptor.path=" + path);
		assertThat(output).contains("    Property: scalekit.interceptor.path\n    Value: \"" + path + "\"\n",
				"Set scalekit.interceptor.path to a path such as /scalekit/interceptors.");
	}

	@Test
	void equalPaths(CapturedOutput output) {
		fails(Application.class, SECRET, INTERCEPTOR_SECRET, "--scalekit.interceptor.path=/scalekit/webhooks");
		assertThat(output).contains("""
				    Property: scalekit.interceptor.path
				    Value: "/scalekit/webhooks"
				    Origin: "scalekit.interceptor.path" from property source "commandLineArgs"
				    Reason: must differ from scalekit.webhook.path

				Action:

				Set scalekit.interceptor.path to another path, such as /scalekit/interceptors.
				""");
	}

	@ParameterizedTest
	@CsvSource({ "jdbc, must not be jdbc without a data source and a transaction manager",
			"redis, must not be redis without a StringRedisTemplate" })
	void inboxWithoutWhatItNeeds(String inbox, String reason, CapturedOutput output) {
		fails(Application.class, SECRET, "--scalekit.webhook.inbox=" + inbox);
		assertThat(output).contains("    Property: scalekit.webhook.inbox\n    Value: \"" + inbox + "\"\n",
				"    Reason: " + reason + "\n", "Set scalekit.webhook.inbox to memory, or add spring-boot-starter-");
	}

	@Test
	void unknownInboxIsReportedBySpringBoot(CapturedOutput output) {
		fails(Application.class, SECRET, "--scalekit.webhook.inbox=file");
		assertThat(output).contains("Failed to bind properties under 'scalekit.webhook.inbox'", "JDBC", "MEMORY",
				"REDIS");
	}

	@Test
	void twoInterceptorsOfATrigger(CapturedOutput output) {
		fails(TwoInterceptors.class, INTERCEPTOR_SECRET);
		assertThat(output).contains("""
				Description:

				Bean 'second' is the second interceptor of PRE_SIGNUP. Only one can decide

				Action:

				Define one ScalekitInterceptor bean for each trigger, whose type tells the requests it answers, \
				such as ScalekitInterceptor<PreSignup>.
				""");
	}

	@Test
	void interceptorOfAnUnknownTrigger(CapturedOutput output) {
		fails(UntypedInterceptor.class, INTERCEPTOR_SECRET);
		assertThat(output).contains("does not tell which requests it answers", "APPLICATION FAILED TO START");
	}

	@Test
	void interceptorsAreFoundByTheirTypes() {
		assertThatNoException().isThrownBy(() -> start(TypedInterceptors.class, INTERCEPTOR_SECRET));
	}

	private static void fails(Class<?> source, String... arguments) {
		assertThatException().isThrownBy(() -> start(source, arguments));
	}

	private static void start(Class<?> source, String... arguments) {
		new SpringApplicationBuilder(Application.class, source).web(WebApplicationType.NONE)
			.logStartupInfo(false)
			.run(Stream.of(arguments).toArray(String[]::new))
			.close();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ScalekitWebhookAutoConfiguration.class, ScalekitInterceptorAutoConfiguration.class })
	static class Application {

	}

	static class TwoInterceptors {

		@Bean
		ScalekitInterceptor<PreSignup> first() {
			return PreSignup::allow;
		}

		@Bean
		ScalekitInterceptor<PreSignup> second() {
			return PreSignup::allow;
		}

	}

	static class UntypedInterceptor {

		@Bean
		ScalekitInterceptor<?> untyped() {
			return (request) -> request.allow();
		}

	}

	static class TypedInterceptors {

		@Bean
		ScalekitInterceptor<PreSignup> lambda() {
			return PreSignup::allow;
		}

		@Bean
		ScalekitInterceptor<?> typedByItsClass() {
			return new Sessions();
		}

	}

	static class Sessions implements ScalekitInterceptor<PreSessionCreation> {

		@Override
		public Decision intercept(PreSessionCreation session) {
			return session.allow();
		}

	}

}
