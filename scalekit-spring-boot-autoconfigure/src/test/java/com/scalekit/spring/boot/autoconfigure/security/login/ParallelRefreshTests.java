package com.scalekit.spring.boot.autoconfigure.security.login;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import jakarta.servlet.http.HttpServletRequest;
import org.assertj.core.data.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.mapping.NullAuthoritiesMapper;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;

import com.scalekit.spring.security.login.ReactiveLogin;
import com.scalekit.spring.security.login.ServletLogin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A refresh while there are other requests of the session, such as one that finds nothing
 * to refresh.
 */
class ParallelRefreshTests {

	private final OAuth2AuthorizedClient fresh = client("first");

	private final OAuth2AuthenticationToken login = new OAuth2AuthenticationToken(
			new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES,
					new OidcIdToken("id", Instant.EPOCH, Instant.MAX, Map.of("sub", "usr_1"))),
			AuthorityUtils.NO_AUTHORITIES, "scalekit");

	private final List<OAuth2AuthorizeRequest> requests = new CopyOnWriteArrayList<>();

	@Test
	void isNotLost() throws Exception {
		CountDownLatch found = new CountDownLatch(1);
		OAuth2AuthorizedClientRepository repository = new HttpSessionOAuth2AuthorizedClientRepository();
		MockHttpServletRequest request = new MockHttpServletRequest();
		MockHttpServletResponse response = new MockHttpServletResponse();
		repository.saveAuthorizedClient(this.fresh, this.login, request, response);
		OAuth2AuthorizedClientManager manager = ServletLogin.singleFlight((authorize) -> {
			this.requests.add(authorize);
			if (this.requests.size() > 1) {
				return client("second");
			}
			await().until(() -> found.getCount() == 0);
			return this.fresh;
		}, repository);
		Thread other = new Thread(() -> manager.authorize(OAuth2AuthorizeRequest.withAuthorizedClient(this.fresh)
			.principal(this.login)
			.attribute(HttpServletRequest.class.getName(), request)
			.build()));
		other.start();
		await().until(() -> this.requests.size() == 1);
		Thread refresh = new Thread(() -> {
			SecurityContextHolder.getContext().setAuthentication(this.login);
			ServletLogin
				.refresher(manager, repository, (user) -> (DefaultOidcUser) this.login.getPrincipal(),
						new NullAuthoritiesMapper())
				.refresh(request, response);
		});
		refresh.start();
		await().until(() -> refresh.getState() == Thread.State.WAITING);
		found.countDown();
		other.join();
		refresh.join();
		assertThatTheSecondOneRefreshes();
	}

	@Test
	void leavesTheSessionItsIdentifierInWebFlux() {
		ServerOAuth2AuthorizedClientRepository repository = new WebSessionServerOAuth2AuthorizedClientRepository();
		ServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
		WebSession session = exchange.getSession().doOnNext(WebSession::start).block();
		String id = session.getId();
		repository.saveAuthorizedClient(this.fresh, this.login, exchange).block();
		ReactiveLogin
			.refresher((authorize) -> Mono.just(client("second")), repository,
					(user) -> Mono.just((DefaultOidcUser) this.login.getPrincipal()), new NullAuthoritiesMapper())
			.refresh(exchange)
			.contextWrite(ReactiveSecurityContextHolder.withAuthentication(this.login))
			.block();
		assertThat(session.getAttributes()).containsKey("SPRING_SECURITY_CONTEXT");
		assertThat(session.getId()).isEqualTo(id);
	}

	@Test
	void isNotLostInWebFlux() {
		Sinks.One<OAuth2AuthorizedClient> found = Sinks.one();
		ServerOAuth2AuthorizedClientRepository repository = new WebSessionServerOAuth2AuthorizedClientRepository();
		ServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
		exchange.getSession().doOnNext(WebSession::start).block();
		repository.saveAuthorizedClient(this.fresh, this.login, exchange).block();
		ReactiveOAuth2AuthorizedClientManager manager = ReactiveLogin.singleFlight((authorize) -> {
			this.requests.add(authorize);
			return (this.requests.size() > 1) ? Mono.just(client("second")) : found.asMono();
		}, repository);
		CompletableFuture<OAuth2AuthorizedClient> other = manager
			.authorize(OAuth2AuthorizeRequest.withAuthorizedClient(this.fresh)
				.principal(this.login)
				.attribute(ServerWebExchange.class.getName(), exchange)
				.build())
			.toFuture();
		CompletableFuture<@Nullable Void> refresh = ReactiveLogin
			.refresher(manager, repository, (user) -> Mono.just((DefaultOidcUser) this.login.getPrincipal()),
					new NullAuthoritiesMapper())
			.refresh(exchange)
			.contextWrite(ReactiveSecurityContextHolder.withAuthentication(this.login))
			.toFuture();
		assertThat(this.requests).hasSize(1);
		found.tryEmitValue(this.fresh);
		assertThat(other).isCompletedWithValue(this.fresh);
		assertThat(refresh).succeedsWithin(Duration.ofSeconds(10));
		assertThatTheSecondOneRefreshes();
	}

	private void assertThatTheSecondOneRefreshes() {
		assertThat(this.requests).hasSize(2)
			.extracting((request) -> request.getAuthorizedClient().getAccessToken().getExpiresAt())
			.satisfies((expiry) -> assertThat(expiry).isAfter(Instant.now()), Index.atIndex(0))
			.satisfies((expiry) -> assertThat(expiry).isBefore(Instant.now()), Index.atIndex(1));
	}

	private static OAuth2AuthorizedClient client(String token) {
		ClientRegistration registration = ClientRegistration.withRegistrationId("scalekit")
			.clientId("skc_1")
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.tokenUri("https://acme.scalekit.com/oauth/token")
			.build();
		return new OAuth2AuthorizedClient(registration, "usr_1", new OAuth2AccessToken(TokenType.BEARER, token,
				Instant.now(), Instant.now().plus(Duration.ofMinutes(5))), new OAuth2RefreshToken("refresh", null));
	}

}
