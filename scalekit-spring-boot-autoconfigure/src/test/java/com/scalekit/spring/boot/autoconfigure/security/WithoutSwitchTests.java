package com.scalekit.spring.boot.autoconfigure.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.mock;

/**
 * An application that switches nothing on is the same as without the modules.
 */
class WithoutSwitchTests {

	private static final FilteredClassLoader WITHOUT_MODULES = new FilteredClassLoader("com.scalekit.spring.security",
			"com.scalekit.spring.webhooks", "com.scalekit.spring.interceptors");

	private static final String[] CONNECTION = { "scalekit.environment-url=https://acme.scalekit.com",
			"scalekit.client-id=skc_1", "scalekit.client-secret=secret" };

	private static final String[] OTHER_PROVIDER = {
			"spring.security.oauth2.client.registration.github.client-id=github-client",
			"spring.security.oauth2.client.registration.github.client-secret=github-secret" };

	private static final String[] SWITCHED_OFF = { "scalekit.login.enabled=false", "scalekit.login.scope=openid",
			"scalekit.resource-server.enabled=false", "scalekit.resource-server.audiences=api" };

	static Stream<Arguments> applications() {
		WebApplicationContextRunner servlet = new WebApplicationContextRunner()
			.withUserConfiguration(Application.class);
		ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
			.withUserConfiguration(Application.class);
		return Stream.of(Arguments.of("MVC without a connection", servlet),
				Arguments.of("WebFlux without a connection", reactive),
				Arguments.of("MVC", servlet.withPropertyValues(CONNECTION)),
				Arguments.of("WebFlux", reactive.withPropertyValues(CONNECTION)),
				Arguments.of("MVC with a login",
						servlet.withPropertyValues(CONNECTION).withPropertyValues(OTHER_PROVIDER)),
				Arguments.of("WebFlux with a login",
						reactive.withPropertyValues(CONNECTION).withPropertyValues(OTHER_PROVIDER)),
				Arguments.of("MVC with chains",
						servlet.withPropertyValues(CONNECTION)
							.withPropertyValues(OTHER_PROVIDER)
							.withPropertyValues(SWITCHED_OFF)
							.withUserConfiguration(ServletSecurity.class)),
				Arguments.of("WebFlux with chains",
						reactive.withPropertyValues(CONNECTION)
							.withPropertyValues(OTHER_PROVIDER)
							.withPropertyValues(SWITCHED_OFF)
							.withUserConfiguration(ReactiveSecurity.class)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("applications")
	void beansAndFiltersAreTheSame(String description, AbstractApplicationContextRunner<?, ?, ?> application) {
		Seen without = see(application.withClassLoader(WITHOUT_MODULES));
		assertThat(without.filters()).isNotEmpty();
		Seen with = see(application);
		assertThat(with.beans()).isEqualTo(without.beans());
		assertThat(with.filters()).isEqualTo(without.filters());
	}

	private static Seen see(AbstractApplicationContextRunner<?, ?, ?> application) {
		Seen seen = new Seen(new TreeMap<>(), new ArrayList<>());
		application.run((context) -> {
			assertThat(context.getStartupFailure()).isNull();
			for (String name : context.getBeanDefinitionNames()) {
				Class<?> type = context.getType(name);
				seen.beans().put(name, (type.isHidden() ? type.getInterfaces()[0] : type).getName());
			}
			seen.filters().addAll(SecurityChains.filters(context));
		});
		return seen;
	}

	/**
	 * What can be seen of an application.
	 *
	 * @param beans the type of each bean by its name
	 * @param filters the filters of each chain
	 */
	record Seen(Map<String, String> beans, List<List<String>> filters) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletSecurity {

		@Bean
		@Order(1)
		SecurityFilterChain api(HttpSecurity http) {
			return http.securityMatcher("/api/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain pages(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2Login(Customizer.withDefaults())
				.oauth2Client(Customizer.withDefaults())
				.build();
		}

		@Bean
		JwtDecoder jwtDecoder() {
			return mock();
		}

		@Bean
		OAuth2AuthorizedClientManager manager(ClientRegistrationRepository registrations,
				OAuth2AuthorizedClientService clients) {
			return new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveSecurity {

		@Bean
		@Order(1)
		SecurityWebFilterChain api(ServerHttpSecurity http) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/api/**"))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain pages(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2Login(Customizer.withDefaults())
				.oauth2Client(Customizer.withDefaults())
				.build();
		}

		@Bean
		ReactiveJwtDecoder jwtDecoder() {
			return mock();
		}

		@Bean
		ReactiveOAuth2AuthorizedClientManager manager(ReactiveClientRegistrationRepository registrations,
				ReactiveOAuth2AuthorizedClientService clients) {
			return new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(registrations, clients);
		}

	}

}
