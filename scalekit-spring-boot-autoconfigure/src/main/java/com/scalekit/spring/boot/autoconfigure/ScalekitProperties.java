package com.scalekit.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

import com.scalekit.spring.client.InvalidSettingsException.Violation;
import com.scalekit.spring.client.ScalekitClients;

/**
 * Properties of the Scalekit clients.
 *
 * @param enabled Whether to create the Scalekit clients.
 * @param environmentUrl URL of the Scalekit environment, such as
 * 'https://acme.scalekit.com'.
 * @param clientId Client identifier of the API credentials.
 * @param clientSecret Client secret of the API credentials.
 * @param scopes Comma-separated list of scopes to request with the access token. The REST
 * API needs none.
 * @param allowInsecureHttp Whether to allow plain HTTP to hosts other than this one. The
 * client secret and the access token are then sent unprotected.
 * @param requestTimeout Time a call may take, from its start to the end of its response.
 * @param maxResponseSize Largest response that is read.
 * @param retry Retry settings.
 * @param http HTTP settings.
 */
@ConfigurationProperties("scalekit")
record ScalekitProperties(@DefaultValue("true") boolean enabled, @Nullable String environmentUrl,
		@Nullable String clientId, @Nullable String clientSecret, @DefaultValue List<String> scopes,
		@DefaultValue("false") boolean allowInsecureHttp, @DefaultValue("30s") Duration requestTimeout,
		@DefaultValue("2MB") DataSize maxResponseSize, @DefaultValue Retry retry, @DefaultValue Http http) {

	static final String CLIENT_SECRET = "scalekit.client-secret";

	static final List<String> CONNECTION_KEYS = List.of("scalekit.environment-url", "scalekit.client-id",
			CLIENT_SECRET);

	/**
	 * The key of a setting of the {@link ScalekitClients.Builder}.
	 */
	static String key(String setting) {
		return (setting.equals("maxRetries") ? "scalekit.retry." : "scalekit.")
				+ DataObjectPropertyName.toDashedForm(setting);
	}

	/**
	 * The environment variable of a key.
	 */
	static String variable(String key) {
		return key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
	}

	/**
	 * Shows no value: settings get mixed up, and each of them may be the client secret.
	 */
	@Override
	public String toString() {
		return "ScalekitProperties";
	}

	/**
	 * Retry settings.
	 *
	 * @param maxRetries Maximum number of retries of a failed call. Calls that change
	 * something are only retried if the server provably has not executed them.
	 */
	record Retry(@DefaultValue("2") int maxRetries) {

	}

	/**
	 * HTTP settings, which take precedence over those of {@code spring.http.clients}.
	 *
	 * @param connectTimeout Time it may take to connect. Defaults to the value of
	 * 'spring.http.clients.connect-timeout', or 3 seconds.
	 * @param readTimeout Time a single response may take. Defaults to the value of
	 * 'spring.http.clients.read-timeout', or 10 seconds.
	 * @param ssl TLS settings.
	 */
	record Http(@Nullable Duration connectTimeout, @Nullable Duration readTimeout, @DefaultValue Ssl ssl) {

		private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

		private static final Duration MAX_TIMEOUT = Duration.ofDays(24);

		private static final HttpClientSettings DEFAULTS = HttpClientSettings.defaults()
			.withTimeouts(ScalekitClients.Builder.CONNECT_TIMEOUT, ScalekitClients.Builder.READ_TIMEOUT);

		/**
		 * Redirects are never followed: the token request would carry the client secret
		 * to wherever it is sent.
		 */
		HttpClientSettings settings(HttpClientSettings application, @Nullable SslBundles sslBundles) {
			validate("connect-timeout", this.connectTimeout);
			validate("read-timeout", this.readTimeout);
			return HttpClientSettings.defaults()
				.withTimeouts(this.connectTimeout, this.readTimeout)
				.withSslBundle(this.ssl.find(sslBundles))
				.withRedirects(HttpRedirects.DONT_FOLLOW)
				.orElse(application)
				.orElse(DEFAULTS);
		}

		private static void validate(String name, @Nullable Duration timeout) {
			if (timeout != null && (timeout.compareTo(MIN_TIMEOUT) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0)) {
				throw new InvalidConfigurationException(new Violation("scalekit.http." + name, timeout.toString(),
						"must be at least 1 ms and at most 24 days", "a time in this range, such as 3s"));
			}
		}

	}

	/**
	 * TLS settings.
	 *
	 * @param bundle Name of the SSL bundle to use. Defaults to the value of
	 * 'spring.http.clients.ssl.bundle'.
	 */
	record Ssl(@Nullable String bundle) {

		private @Nullable SslBundle find(@Nullable SslBundles sslBundles) {
			if (!StringUtils.hasText(this.bundle)) {
				return null;
			}
			if (sslBundles == null) {
				throw noBundle(this.bundle,
						"the name of a bundle of spring.ssl.bundle. It needs the SslAutoConfiguration of Spring Boot, "
								+ "which is missing here");
			}
			try {
				return sslBundles.getBundle(this.bundle);
			}
			catch (NoSuchSslBundleException ex) {
				List<String> names = sslBundles.getBundleNames();
				throw noBundle(this.bundle,
						names.isEmpty() ? "the name of a bundle of spring.ssl.bundle, which has none"
								: "one of " + String.join(", ", names));
			}
		}

		private static InvalidConfigurationException noBundle(String name, String remedy) {
			return new InvalidConfigurationException(
					new Violation("scalekit.http.ssl.bundle", name, "must be the name of an SSL bundle", remedy));
		}

	}

}
