package com.scalekit.spring.boot.autoconfigure.inbound;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.boot.autoconfigure.inbound.Http.Response;
import com.scalekit.spring.interceptors.Decision;
import com.scalekit.spring.interceptors.PreSignup;
import com.scalekit.spring.interceptors.ScalekitInterceptor;
import com.scalekit.spring.webhooks.WebhookHeaders;
import com.scalekit.spring.webhooks.WebhookSignature;
import com.scalekit.spring.webhooks.events.ScalekitEvent;

/**
 * Running application with a listener and an interceptor.
 */
final class InboundApplication implements AutoCloseable {

	static final String WEBHOOKS = "/scalekit/webhooks";

	static final String INTERCEPTORS = "/scalekit/interceptors";

	static final String NEW_SECRET = secret("whsec", "new");

	static final String OLD_SECRET = secret("whsec", "old");

	static final String INTERCEPTOR_SECRET = secret("intsec", "other");

	static final String JSON = "Content-Type: application/json";

	private final ConfigurableApplicationContext context;

	private InboundApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static InboundApplication start(Stack stack, String... arguments) {
		return start(stack, Security.NONE, List.of(), arguments);
	}

	static InboundApplication start(Stack stack, Security security, Class<?>... configurations) {
		return start(stack, security, List.of(configurations));
	}

	private static InboundApplication start(Stack stack, Security security, List<Class<?>> configurations,
			String... arguments) {
		SpringApplicationBuilder builder = new SpringApplicationBuilder(Application.class)
			.sources(configurations.toArray(Class<?>[]::new))
			.web(stack.type())
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false);
		security.addTo(builder, stack);
		return new InboundApplication(builder.run(Stream
			.concat(Stream.of("--server.port=0", "--spring.security.user.name=ann",
					"--spring.security.user.password=pw", "--spring.datasource.generate-unique-name=true",
					"--management.health.redis.enabled=false",
					"--scalekit.webhook.secret=" + NEW_SECRET + "," + OLD_SECRET,
					"--scalekit.interceptor.secret=" + INTERCEPTOR_SECRET), Stream.of(arguments))
			.toArray(String[]::new)));
	}

	private static String secret(String prefix, String key) {
		return prefix + "_"
				+ Base64.getEncoder().encodeToString(("%-32s".formatted(key)).getBytes(StandardCharsets.US_ASCII));
	}

	Http http() {
		return new Http(this.context.getEnvironment().getRequiredProperty("local.server.port", int.class));
	}

	Http management() {
		return new Http(this.context.getEnvironment().getRequiredProperty("local.management.port", int.class));
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	Object bean(String name) {
		return this.context.getBean(name);
	}

	List<String> beans() {
		return List.of(this.context.getBeanDefinitionNames());
	}

	Events events() {
		return bean(Events.class);
	}

	Signups signups() {
		return bean(Signups.class);
	}

	Response deliver(String event) {
		return deliver(bytes(event));
	}

	Response deliver(byte[] event) {
		return http().post(WEBHOOKS, webhook(event), event);
	}

	Response ask(String request) {
		return http().post(INTERCEPTORS, interceptor(bytes(request)), bytes(request));
	}

	static List<String> webhook(byte[] body) {
		return webhook(NEW_SECRET, Duration.ZERO, body);
	}

	static List<String> webhook(String secret, Duration offset, byte[] body) {
		return headers("Webhook", secret, offset, body);
	}

	static List<String> interceptor(byte[] body) {
		return headers("Interceptor", INTERCEPTOR_SECRET, Duration.ZERO, body);
	}

	private static List<String> headers(String prefix, String secret, Duration offset, byte[] body) {
		WebhookHeaders headers = new WebhookSignature(List.of(secret), Duration.ofMinutes(5),
				Clock.offset(Clock.systemUTC(), offset))
			.sign("msg_1", body);
		return List.of(JSON, prefix + "-Id: " + headers.id(), prefix + "-Timestamp: " + headers.timestamp(),
				prefix + "-Signature: " + headers.signature());
	}

	static String organizationCreated(String id) {
		return organizationCreated(id, "Acme");
	}

	static String organizationCreated(String id, String displayName) {
		return """
				{"id":"%s","type":"organization.created","occurred_at":"2026-03-01T11:59:59.123456789Z",\
				"environment_id":"env_1","organization_id":"org_1","data":{"id":"org_1","display_name":"%s"}}"""
			.formatted(id, displayName);
	}

	static String signup(String email) {
		return """
				{"trigger_point":"PRE_SIGNUP","interceptor_context":{"environment_id":"env_1","user_email":"%s"},\
				"data":{}}""".formatted(email);
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Events.class, Signups.class, Pages.class, Spans.class, OwnReactorResources.class })
	static class Application {

		@Bean
		ScalekitInterceptor<PreSignup> companyMailOnly(Signups signups) {
			return (signup) -> signups.decision.apply(signup);
		}

	}

	static class Events {

		private final List<ScalekitEvent> handled = new CopyOnWriteArrayList<>();

		private volatile Consumer<ScalekitEvent> listener = (event) -> {
		};

		private final List<ScalekitEvent> committed = new CopyOnWriteArrayList<>();

		@EventListener
		void on(ScalekitEvent event) {
			this.listener.accept(event);
			this.handled.add(event);
		}

		@TransactionalEventListener
		void afterCommit(ScalekitEvent event) {
			this.committed.add(event);
		}

		List<ScalekitEvent> committed() {
			return this.committed;
		}

		void listener(Consumer<ScalekitEvent> listener) {
			this.listener = listener;
		}

		List<ScalekitEvent> handled() {
			return this.handled;
		}

		List<ScalekitEvent> handled(String id) {
			return new ArrayList<>(this.handled.stream().filter((event) -> event.id().equals(id)).toList());
		}

	}

	static class Signups {

		private volatile Function<PreSignup, Decision> decision = PreSignup::allow;

		void decision(Function<PreSignup, Decision> decision) {
			this.decision = decision;
		}

	}

	static class Spans implements ObservationHandler<Observation.Context> {

		private final List<String> eventIds = new CopyOnWriteArrayList<>();

		@Override
		public boolean supportsContext(Observation.Context context) {
			return "scalekit.webhooks".equals(context.getName());
		}

		@Override
		public void onStop(Observation.Context context) {
			KeyValue eventId = context.getHighCardinalityKeyValue("event.id");
			this.eventIds.add((eventId != null) ? eventId.getValue() : null);
		}

		List<String> eventIds() {
			return this.eventIds;
		}

	}

	@RestController
	static class Pages {

		@GetMapping("/me")
		String me() {
			return "me";
		}

		@PostMapping("/other")
		String other() {
			return "other";
		}

	}

}
