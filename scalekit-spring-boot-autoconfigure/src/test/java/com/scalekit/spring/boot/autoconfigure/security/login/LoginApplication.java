package com.scalekit.spring.boot.autoconfigure.security.login;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;

import com.scalekit.spring.boot.autoconfigure.inbound.Http;
import com.scalekit.spring.boot.autoconfigure.inbound.OwnReactorResources;
import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.security.ScalekitPrincipal;
import com.scalekit.spring.security.login.LoginRefresher;
import com.scalekit.spring.security.login.ReactiveLoginRefresher;
import com.scalekit.spring.test.ScalekitServer;

/**
 * Running application to which people sign in.
 */
final class LoginApplication implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private LoginApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static LoginApplication start(Stack stack, ScalekitServer scalekit, String... arguments) {
		return start(stack, scalekit, List.of(), arguments);
	}

	static LoginApplication start(Stack stack, ScalekitServer scalekit, List<Class<?>> configurations,
			String... arguments) {
		return run(stack, configurations, Stream.concat(
				Stream.of("--scalekit.environment-url=" + scalekit.url(), "--scalekit.client-id=" + scalekit.clientId(),
						"--scalekit.client-secret=" + scalekit.clientSecret(), "--scalekit.login.enabled=true"),
				Arrays.stream(arguments))
			.toArray(String[]::new));
	}

	/**
	 * Each connection serves one request. Reactor Netty 1.3.6 stops reading a connection
	 * if a request on it had to wait for the end of the last response, and is then
	 * answered at once. See <a href=
	 * "https://github.com/reactor/reactor-netty/issues/4361">reactor-netty#4361</a>.
	 */
	static LoginApplication run(Stack stack, List<Class<?>> configurations, String... arguments) {
		return new LoginApplication(
				new SpringApplicationBuilder(Application.class).sources(configurations.toArray(Class<?>[]::new))
					.web(stack.type())
					.bannerMode(Banner.Mode.OFF)
					.logStartupInfo(false)
					.properties("server.port=0", "server.netty.max-keep-alive-requests=1",
							"spring.datasource.generate-unique-name=true", "management.health.redis.enabled=false",
							stack.excluding())
					.run(arguments));
	}

	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", int.class);
	}

	Browser browser() {
		return new Browser(port());
	}

	Http http() {
		return new Http(port());
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
	@Import({ Pages.class, ServletPages.class, ReactivePages.class, OwnReactorResources.class })
	static class Application {

	}

	@RestController
	static class Pages {

		@GetMapping("/")
		String home() {
			return "home";
		}

		@GetMapping("/me")
		String me(ScalekitPrincipal user) {
			return user.userId() + " of " + user.organizationId();
		}

		@GetMapping("/claims")
		String claims(ScalekitPrincipal user) {
			return user.roles() + " " + user.permissions() + " " + user.sessionId();
		}

		@GetMapping("/name")
		String name(Authentication authentication) {
			return ((OidcUser) authentication.getPrincipal()).getEmail();
		}

		@GetMapping("/authorities")
		List<String> authorities(Authentication authentication) {
			return authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority).sorted().toList();
		}

		@GetMapping("/search")
		String search() {
			return "found";
		}

		@PostMapping("/projects")
		String create() {
			return "created";
		}

	}

	@RestController
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class ServletPages {

		private final ObjectProvider<OAuth2AuthorizedClientManager> manager;

		private final ObjectProvider<LoginRefresher> refresher;

		ServletPages(ObjectProvider<OAuth2AuthorizedClientManager> manager, ObjectProvider<LoginRefresher> refresher) {
			this.manager = manager;
			this.refresher = refresher;
		}

		@GetMapping("/csrf")
		String csrf(HttpServletRequest request) {
			CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
			return token.getParameterName() + "=" + token.getToken();
		}

		@GetMapping("/expire")
		String expire(HttpServletRequest request) {
			request.getSession().invalidate();
			return "expired";
		}

		@GetMapping("/token")
		String token(Authentication login, HttpServletRequest request, HttpServletResponse response) {
			return this.manager.getObject()
				.authorize(OAuth2AuthorizeRequest.withClientRegistrationId("scalekit")
					.principal(login)
					.attribute(HttpServletRequest.class.getName(), request)
					.attribute(HttpServletResponse.class.getName(), response)
					.build())
				.getAccessToken()
				.getTokenValue();
		}

		@GetMapping("/refresh")
		List<String> refresh(HttpServletRequest request, HttpServletResponse response) {
			this.refresher.getObject().refresh(request, response);
			return SecurityContextHolder.getContext()
				.getAuthentication()
				.getAuthorities()
				.stream()
				.map(GrantedAuthority::getAuthority)
				.toList();
		}

	}

	@RestController
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class ReactivePages {

		private final ObjectProvider<ReactiveOAuth2AuthorizedClientManager> manager;

		private final ObjectProvider<ReactiveLoginRefresher> refresher;

		ReactivePages(ObjectProvider<ReactiveOAuth2AuthorizedClientManager> manager,
				ObjectProvider<ReactiveLoginRefresher> refresher) {
			this.manager = manager;
			this.refresher = refresher;
		}

		@GetMapping("/csrf")
		Mono<String> csrf(ServerWebExchange exchange) {
			Mono<org.springframework.security.web.server.csrf.CsrfToken> token = exchange
				.getAttribute(org.springframework.security.web.server.csrf.CsrfToken.class.getName());
			return token.map((csrf) -> csrf.getParameterName() + "=" + csrf.getToken());
		}

		@GetMapping("/expire")
		Mono<String> expire(WebSession session) {
			return session.invalidate().thenReturn("expired");
		}

		@GetMapping("/token")
		Mono<String> token(Authentication login, ServerWebExchange exchange) {
			return this.manager.getObject()
				.authorize(OAuth2AuthorizeRequest.withClientRegistrationId("scalekit")
					.principal(login)
					.attribute(ServerWebExchange.class.getName(), exchange)
					.build())
				.map((client) -> client.getAccessToken().getTokenValue());
		}

		@GetMapping("/refresh")
		Mono<Void> refresh(ServerWebExchange exchange) {
			return this.refresher.getObject().refresh(exchange);
		}

	}

}
