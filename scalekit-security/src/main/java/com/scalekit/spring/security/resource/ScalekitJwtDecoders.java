package com.scalekit.spring.security.resource;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.InvalidSettingsException;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.security.keys.RemoteKeySet;

/**
 * Decoders for access tokens of Scalekit: those of users and those of programs, but
 * neither ID tokens nor anything else that Scalekit signs. One decoder serves one
 * environment. An application with several environments has several of them, in a
 * {@code JwtIssuerAuthenticationManagerResolver}.
 */
public final class ScalekitJwtDecoders {

	private ScalekitJwtDecoders() {
	}

	/**
	 * Starts to build a decoder. Nothing is fetched before the first token.
	 * @param environmentUrl the URL of the environment, such as
	 * {@code https://acme.scalekit.com}. Plain HTTP is for this machine only
	 * @return a builder
	 * @throws InvalidSettingsException if it is not the URL of an environment
	 */
	public static Builder forEnvironment(String environmentUrl) {
		return new Builder(ScalekitClients.builder(environmentUrl, "none", () -> "").validate());
	}

	/**
	 * Starts to build a decoder.
	 * @param environmentUrl the URL of the environment, without a trailing slash
	 * @param keys the keys of the environment
	 * @return a builder
	 */
	public static Builder forEnvironment(URI environmentUrl, JWKSource<SecurityContext> keys) {
		return new Builder(environmentUrl).keys(keys);
	}

	/**
	 * Builds a decoder.
	 */
	public static final class Builder {

		private final URI environmentUrl;

		private final Set<String> issuers = new LinkedHashSet<>();

		private final Set<String> audiences = new LinkedHashSet<>();

		private boolean machineTokensWithoutAudience = true;

		private Duration clockSkew = Duration.ofSeconds(60);

		private Clock clock = Clock.systemUTC();

		private @Nullable JWKSource<SecurityContext> keys;

		private Builder(URI environmentUrl) {
			this.environmentUrl = environmentUrl;
			this.issuers.add(environmentUrl.toString());
		}

		/**
		 * Accepts audiences. There has to be at least one: that of most applications is
		 * their client identifier.
		 * @param audiences the audiences
		 * @return this builder
		 */
		public Builder audiences(String... audiences) {
			return audiences(List.of(audiences));
		}

		/**
		 * Accepts audiences.
		 * @param audiences the audiences
		 * @return this builder
		 */
		public Builder audiences(Collection<String> audiences) {
			this.audiences.addAll(audiences);
			return this;
		}

		/**
		 * Accepts issuers besides the environment, such as that of an MCP server. Their
		 * keys have to be those of the environment.
		 * @param issuers the issuers, exactly as they are written in tokens
		 * @return this builder
		 */
		public Builder issuers(Collection<String> issuers) {
			this.issuers.addAll(issuers);
			return this;
		}

		/**
		 * Sets whether programs of organizations may have tokens without an audience,
		 * which is what Scalekit issues unless a client is configured otherwise. The
		 * default is {@code true}.
		 * @param machineTokensWithoutAudience whether such tokens are accepted
		 * @return this builder
		 */
		public Builder machineTokensWithoutAudience(boolean machineTokensWithoutAudience) {
			this.machineTokensWithoutAudience = machineTokensWithoutAudience;
			return this;
		}

		/**
		 * Sets how far the clocks of Scalekit and of this machine may be apart. The
		 * default is 60 seconds.
		 * @param clockSkew the difference
		 * @return this builder
		 */
		public Builder clockSkew(Duration clockSkew) {
			this.clockSkew = clockSkew;
			return this;
		}

		/**
		 * Sets the clock.
		 * @param clock the clock
		 * @return this builder
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		private Builder keys(JWKSource<SecurityContext> keys) {
			this.keys = keys;
			return this;
		}

		/**
		 * Builds the decoder.
		 * @return the decoder
		 */
		public JwtDecoder build() {
			return decoder(keys());
		}

		/**
		 * Builds the decoder for reactive applications. Like that of Spring Security, it
		 * decodes on the thread of its subscriber. Where a key has to be fetched first,
		 * it decodes on a worker thread.
		 * @return the decoder
		 */
		public ReactiveJwtDecoder buildReactive() {
			JWKSource<SecurityContext> keys = keys();
			ReactiveJwtDecoder worker = new WorkerJwtDecoder(decoder(keys));
			return (keys instanceof RemoteKeySet remote) ? new KnownKeysJwtDecoder(decoder(remote.known()), worker)
					: worker;
		}

		private JwtDecoder decoder(JWKSource<SecurityContext> keys) {
			Assert.state(!this.audiences.isEmpty(), "There is no audience");
			NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
			// the default turns HTTPS://host into https://host
			decoder.setClaimSetConverter(
					MappedJwtClaimSetConverter.withDefaults(Map.of(JwtClaimNames.ISS, (issuer) -> issuer)));
			decoder.setJwtValidator(new AccessTokenValidator(Set.copyOf(this.issuers), Set.copyOf(this.audiences),
					this.machineTokensWithoutAudience, this.clockSkew, this.clock));
			return decoder;
		}

		private JWKSource<SecurityContext> keys() {
			return (this.keys != null) ? this.keys : remoteKeySet(this.environmentUrl, this.clock);
		}

		private static RemoteKeySet remoteKeySet(URI environmentUrl, Clock clock) {
			return new RemoteKeySet(URI.create(environmentUrl + "/keys"), Builder::webClient, RemoteKeySet.CACHE_TTL,
					RemoteKeySet.REFETCH_INTERVAL, clock);
		}

		private static WebClient webClient() {
			HttpClient httpClient = HttpClient.create()
				.proxyWithSystemProperties()
				.responseTimeout(ScalekitClients.Builder.READ_TIMEOUT)
				.option(ChannelOption.CONNECT_TIMEOUT_MILLIS,
						Math.toIntExact(ScalekitClients.Builder.CONNECT_TIMEOUT.toMillis()));
			return WebClient.builder().clientConnector(new ReactorClientHttpConnector(httpClient)).build();
		}

	}

}
