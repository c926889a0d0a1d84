package com.scalekit.spring.boot.autoconfigure.security.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;

import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.boot.autoconfigure.inbound.Http;
import com.scalekit.spring.boot.autoconfigure.inbound.Http.Response;
import com.scalekit.spring.boot.autoconfigure.inbound.OwnReactorResources;
import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.security.ScalekitPrincipal;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.oauth2.NewToken;

/**
 * Running application whose callers have tokens.
 */
final class ResourceServer implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private ResourceServer(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static ResourceServer start(Stack stack, ScalekitServer scalekit, String... arguments) {
		return start(stack, scalekit, List.of(), arguments);
	}

	static ResourceServer start(Stack stack, ScalekitServer scalekit, List<Class<?>> configurations,
			String... arguments) {
		return run(stack, configurations,
				Stream
					.concat(Stream.of("--scalekit.environment-url=" + scalekit.url(),
							"--scalekit.client-id=" + scalekit.clientId(), "--scalekit.resource-server.enabled=true"),
							Arrays.stream(arguments))
					.toArray(String[]::new));
	}

	static ResourceServer run(Stack stack, List<Class<?>> configurations, String... arguments) {
		return new ResourceServer(new SpringApplicationBuilder(Application.class)
			.sources((stack == Stack.MVC) ? ServletMethodSecurity.class : ReactiveMethodSecurity.class)
			.sources(configurations.toArray(Class<?>[]::new))
			.web(stack.type())
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.properties("server.port=0", "spring.datasource.generate-unique-name=true",
					"management.health.redis.enabled=false", stack.excluding())
			.run(arguments));
	}

	Http http() {
		return new Http(this.context.getEnvironment().getRequiredProperty("local.server.port", int.class));
	}

	Response get(String path, String token) {
		return http().get(path, bearer(token));
	}

	Response get(String path, NewToken token) {
		return get(path, token.sign());
	}

	static String bearer(String token) {
		return "Authorization: Bearer " + token;
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Pages.class, OwnReactorResources.class })
	static class Application {

	}

	@EnableMethodSecurity
	static class ServletMethodSecurity {

	}

	@EnableReactiveMethodSecurity
	static class ReactiveMethodSecurity {

	}

	@RestController
	static class Pages {

		@GetMapping("/me")
		String me(ScalekitPrincipal caller) {
			return caller.findUserId().orElse("a program") + " of " + caller.organizationId();
		}

		@GetMapping("/name")
		String name(Authentication authentication) {
			return authentication.getName();
		}

		@GetMapping("/organization")
		String organization(ScalekitPrincipal caller) {
			return caller.findOrganizationId().orElse("none");
		}

		@GetMapping("/optional")
		String optional(Optional<ScalekitPrincipal> caller) {
			return caller.map(ScalekitPrincipal::userId).orElse("nobody");
		}

		@GetMapping("/authorities")
		List<String> authorities(Authentication authentication) {
			return authentication.getAuthorities()
				.stream()
				.map(GrantedAuthority::getAuthority)
				.filter((authority) -> !authority.startsWith("FACTOR_"))
				.sorted()
				.toList();
		}

		@GetMapping("/projects")
		@PreAuthorize("hasAuthority('projects:read')")
		Mono<String> projects(ScalekitPrincipal caller) {
			return Mono.just("projects of " + caller.organizationId());
		}

		@PostMapping("/projects")
		String create() {
			return "created";
		}

	}

}
