package com.scalekit.spring.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.util.unit.DataSize;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationSettings;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.PortalFeature;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.client.organizations.SessionPolicy;
import com.scalekit.spring.client.organizations.UpdateOrganization;
import com.scalekit.spring.client.organizations.UserManagementSettings;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The clients at an environment: what an application sees.
 */
class ScalekitClientsTests {

	private static final OAuth2AuthorizeRequest TOKEN = OAuth2AuthorizeRequest.withClientRegistrationId("scalekit")
		.principal("anyone")
		.build();

	private final ScalekitServer server = ScalekitServer.start();

	private final ScalekitClients scalekit = clients().build();

	@AfterEach
	void close() {
		this.scalekit.close();
		this.server.close();
	}

	private ScalekitClients.Builder clients() {
		return ScalekitClients.builder(this.server.url(), this.server.clientId(), this.server.clientSecret());
	}

	@Test
	void managesAnOrganization() {
		OrganizationsClient organizations = this.scalekit.create(OrganizationsClient.class);
		Organization created = organizations.create(CreateOrganization.named("Acme").withExternalId("tenant/1"));
		assertThat(organizations.get(created.id())).isEqualTo(created);
		assertThat(organizations.getByExternalId("tenant/1")).isEqualTo(created);
		Organization renamed = organizations.update(created.id(),
				UpdateOrganization.none().withDisplayName("Acme Inc"));
		assertThat(renamed.displayName()).isEqualTo("Acme Inc");
		assertThat(renamed.externalId()).isEqualTo("tenant/1");
		assertThat(organizations.list().organizations()).containsExactly(renamed);
		assertThat(organizations.list().totalSize()).isEqualTo(1);
		assertThat(organizations.generatePortalLink(created.id(), PortalFeature.SSO).location()).isNotNull();
		assertThat(organizations
			.updateSettings(created.id(), OrganizationSettings.none().withFeature("session_policy", true))
			.settings()
			.isEnabled("session_policy")).isTrue();
		assertThat(organizations.updateUserManagementSettings(created.id(), UserManagementSettings.off()))
			.isEqualTo(UserManagementSettings.off());
		assertThat(organizations.getSessionPolicy(created.id()).source()).isEqualTo(SessionPolicy.Source.APPLICATION);
		assertThat(organizations
			.updateSessionPolicy(created.id(), SessionPolicy.custom().withAbsoluteTimeout(Duration.ofHours(8)))
			.absoluteTimeout()).isEqualTo(Duration.ofHours(8));
		organizations.delete(created.id());
		assertThatExceptionOfType(ScalekitApiException.NotFound.class).isThrownBy(() -> organizations.get(created.id()))
			.satisfies((exception) -> {
				assertThat(exception.getError().code()).isEqualTo(5);
				assertThat(exception.getError().message()).isNotBlank();
				assertThat(exception.getError().requestId()).isNotBlank();
			});
		assertThat(this.server.tokens().issued()).isEqualTo(1);
	}

	@Test
	void walksAllOrganizations() {
		IntStream.range(0, 250).forEach((number) -> this.server.organizations().add("Organization " + number));
		List<String> blocking = this.scalekit.create(OrganizationsClient.class)
			.all()
			.map(Organization::displayName)
			.toList();
		List<String> reactive = this.scalekit.create(ReactiveOrganizationsClient.class)
			.all()
			.map(Organization::displayName)
			.collectList()
			.block();
		assertThat(blocking).hasSize(250).doesNotHaveDuplicates().containsExactlyElementsOf(reactive);
	}

	@Test
	void sendsNothingBeforeTheFirstCall() {
		this.scalekit.create(OrganizationsClient.class);
		assertThat(this.server.tokens().issued()).isZero();
	}

	@Test
	void tenThousandConcurrentColdCallsNeedOneToken() {
		String id = this.server.organizations().add("Acme");
		try (ScalekitClients patient = patientClients()) {
			ReactiveOrganizationsClient organizations = patient.create(ReactiveOrganizationsClient.class);
			Long answered = Flux.range(0, 10_000).flatMap((call) -> organizations.get(id), 10_000).count().block();
			assertThat(answered).isEqualTo(10_000);
			assertThat(this.server.tokens().issued()).isEqualTo(1);
		}
	}

	/**
	 * How long a busy machine takes for all of the calls is of no interest.
	 */
	private ScalekitClients patientClients() {
		Duration aWhile = Duration.ofMinutes(5);
		return clients().requestTimeout(aWhile)
			.connectorFactory((pool) -> new ReactorClientHttpConnector(HttpClient.create(pool.get())))
			.build();
	}

	@Test
	void othersAreAnsweredWhenTheFirstCallerCancels() {
		String id = this.server.organizations().add("Acme");
		ReactiveOrganizationsClient organizations = this.scalekit.create(ReactiveOrganizationsClient.class);
		Disposable first = organizations.get(id).subscribe();
		Mono<List<Organization>> others = Flux.range(0, 100).flatMap((call) -> organizations.get(id)).collectList();
		first.dispose();
		assertThat(others.block()).hasSize(100);
		assertThat(this.server.tokens().issued()).isEqualTo(1);
	}

	@Test
	void revokedTokenIsReplacedOnceForAllCallsInFlight() throws Exception {
		String id = this.server.organizations().add("Acme");
		OrganizationsClient organizations = this.scalekit.create(OrganizationsClient.class);
		organizations.get(id);
		this.server.tokens().revokeAll();
		ExecutorService executor = Executors.newFixedThreadPool(200);
		try {
			List<Future<Organization>> calls = executor
				.invokeAll(Collections.nCopies(200, () -> organizations.get(id)));
			for (Future<Organization> call : calls) {
				assertThat(call.get().id()).isEqualTo(id);
			}
		}
		finally {
			executor.shutdown();
		}
		assertThat(this.server.tokens().issued()).isEqualTo(2);
	}

	@Test
	void wrongSecretNamesTheSettingToFix() {
		try (ScalekitClients wrong = ScalekitClients.builder(this.server.url(), this.server.clientId(), "test_wrong")
			.build()) {
			assertThatExceptionOfType(ScalekitTokenException.class)
				.isThrownBy(() -> wrong.create(OrganizationsClient.class).list())
				.withMessageContaining("invalid_client")
				.withMessageContaining("scalekit.client-secret")
				.withMessageNotContaining("test_wrong");
		}
	}

	@Test
	void environmentsDoNotMix() {
		try (ScalekitServer otherServer = ScalekitServer.start();
				ScalekitClients other = ScalekitClients
					.builder(otherServer.url(), otherServer.clientId(), otherServer.clientSecret())
					.build()) {
			this.server.organizations().add("here");
			otherServer.organizations().add("there");
			assertThat(this.scalekit.create(OrganizationsClient.class).all()).extracting(Organization::displayName)
				.containsExactly("here");
			assertThat(other.create(OrganizationsClient.class).all()).extracting(Organization::displayName)
				.containsExactly("there");
		}
	}

	@Test
	void usesTheConnectorsOfTheApplication() {
		this.server.organizations().add("Acme");
		JdkClientHttpConnector connector = new JdkClientHttpConnector();
		try (ScalekitClients overJdk = clients().clientConnector(connector).tokenConnector(connector).build()) {
			assertThat(overJdk.create(OrganizationsClient.class).all()).hasSize(1);
		}
	}

	@Test
	void connectorsOfAFactoryHavePoolsOfTheirOwnAndAreClosed() {
		List<ConnectionProvider> pools = new ArrayList<>();
		List<ClosableConnector> connectors = new ArrayList<>();
		try (ScalekitClients clients = clients().connectorFactory((pool) -> {
			assertThat(pool.get()).isSameAs(pool.get());
			pools.add(pool.get());
			connectors.add(new ClosableConnector(pool.get()));
			return connectors.get(connectors.size() - 1);
		}).build()) {
			assertThat(pools).extracting(ConnectionProvider::name)
				.containsExactlyInAnyOrder("scalekit", "scalekit-token");
			assertThat(clients.create(OrganizationsClient.class).all()).isEmpty();
			assertThat(pools).noneMatch(ConnectionProvider::isDisposed);
			assertThat(connectors).noneMatch((connector) -> connector.closed);
		}
		assertThat(pools).allMatch(ConnectionProvider::isDisposed);
		assertThat(connectors).hasSize(2).allMatch((connector) -> connector.closed);
	}

	@Test
	void customizerChangesCallsButNotTokenRequests() {
		this.server.organizations().add("Acme");
		try (ScalekitClients customized = clients()
			.customize(
					(builder) -> builder.filter((request, next) -> Mono.error(new IllegalStateException("filtered"))))
			.build()) {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> customized.create(OrganizationsClient.class).list())
				.withMessage("filtered");
			assertThat(customized.authorizedClientManager().authorize(TOKEN)).isNotNull();
			assertThat(this.server.tokens().issued()).isEqualTo(1);
		}
	}

	@Test
	void longestRequestTimeoutIsAccepted() {
		String id = this.server.organizations().add("Acme");
		try (ScalekitClients patient = clients().requestTimeout(Duration.ofDays(24)).build()) {
			assertThat(patient.create(OrganizationsClient.class).get(id).id()).isEqualTo(id);
		}
	}

	@Test
	void toStringShowsTheEnvironmentOnly() {
		assertThat(this.scalekit).hasToString("ScalekitClients[" + this.server.url() + "]");
		assertThat(this.scalekit.create(OrganizationsClient.class))
			.hasToString("OrganizationsClient[" + this.server.url() + "]");
	}

	@Test
	void settingsThatCannotBeRightAreRefusedTogether() {
		assertThatExceptionOfType(InvalidSettingsException.class)
			.isThrownBy(() -> ScalekitClients.builder("https://acme.scalekit.com/oauth/token", "", "${SECRET}").build())
			.withMessage("'environmentUrl' must not have a path: \"https://acme.scalekit.com/oauth/token\". "
					+ "Use https://acme.scalekit.com; "
					+ "'clientId' must not be empty. Use the client identifier of the API credentials, such as skc_1234; "
					+ "'clientSecret' must not be a placeholder that nothing resolves. "
					+ "Use the client secret of the API credentials");
	}

	@Test
	void settingsAreCheckedWithoutBuilding() {
		assertThat(ScalekitClients.builder("acme.scalekit.com/", "skc_1", "test_secret").validate())
			.hasToString("https://acme.scalekit.com");
		assertThatExceptionOfType(InvalidSettingsException.class)
			.isThrownBy(() -> ScalekitClients.builder("", "", "").validate())
			.satisfies((exception) -> assertThat(exception.getViolations()).hasSize(3));
	}

	@Test
	void limitsAreInRange() {
		for (Duration timeout : List.of(Duration.ZERO, Duration.ofNanos(999_999), Duration.ofDays(24).plusNanos(1),
				Duration.ofSeconds(Long.MAX_VALUE))) {
			assertThatExceptionOfType(InvalidSettingsException.class)
				.isThrownBy(() -> clients().requestTimeout(timeout))
				.withMessage("'requestTimeout' must be at least 1 ms and at most 24 days: \"%s\". "
						+ "Use a time in this range, such as 30s", timeout);
		}
		assertThatIllegalArgumentException().isThrownBy(() -> clients().maxRetries(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> clients().maxRetries(101));
		assertThatIllegalArgumentException().isThrownBy(() -> clients().maxResponseSize(DataSize.ofBytes(0)));
		assertThatIllegalArgumentException().isThrownBy(() -> clients().maxResponseSize(DataSize.ofGigabytes(2)));
	}

	private static final class ClosableConnector extends ReactorClientHttpConnector implements AutoCloseable {

		private boolean closed;

		ClosableConnector(ConnectionProvider pool) {
			super(HttpClient.create(pool));
		}

		@Override
		public void close() {
			this.closed = true;
		}

	}

}
