package com.example.stories;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.connections.Connection;
import com.scalekit.spring.client.connections.ConnectionQuery;
import com.scalekit.spring.client.connections.ConnectionSummary;
import com.scalekit.spring.client.connections.ConnectionToggle;
import com.scalekit.spring.client.connections.ConnectionType;
import com.scalekit.spring.client.connections.ConnectionsClient;
import com.scalekit.spring.client.connections.ReactiveConnectionsClient;
import com.scalekit.spring.client.domains.CreateDomain;
import com.scalekit.spring.client.domains.Domain;
import com.scalekit.spring.client.domains.Domain.VerificationStatus;
import com.scalekit.spring.client.domains.DomainsClient;
import com.scalekit.spring.client.domains.ReactiveDomainsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A customer proves a domain, its administrator adds a connection in the admin portal,
 * and the application switches it on, and off again.
 */
@SpringBootTest
@AutoConfigureScalekitServer
class SingleSignOnStoryTests {

	@Autowired
	private ScalekitServer scalekit;

	private String acme;

	@BeforeEach
	void addCustomer() {
		this.acme = this.scalekit.organizations().add("Acme");
	}

	@Test
	void singleSignOn(@Autowired DomainsClient domains, @Autowired ConnectionsClient connections) {
		Domain domain = domains.create(this.acme, CreateDomain.ofOrganization("acme.com"));
		assertThat(domain.verificationStatus()).isEqualTo(VerificationStatus.PENDING);
		this.scalekit.domains().verify(domain.id());
		assertThat(domains.all(this.acme)).extracting(Domain::verificationStatus)
			.containsExactly(VerificationStatus.VERIFIED);

		String id = addConnection();
		assertThat(connections.listByDomain("acme.com")).isEmpty();
		assertThat(connections.list(ConnectionQuery.any().withDomain("acme.com").withInactive())).singleElement()
			.satisfies((connection) -> assertThat(connection.enabled()).isFalse());

		assertThat(connections.enable(this.acme, id)).isEqualTo(new ConnectionToggle(true, null));
		assertThat(connections.listByOrganization(this.acme)).extracting(ConnectionSummary::id).containsExactly(id);
		assertThat(connections.enable(this.acme, id).errorMessage()).contains("already enabled");
		Connection connection = connections.get(this.acme, id);
		assertThat(connection.type()).isEqualTo(ConnectionType.OIDC);
		assertThat(connection.domains()).extracting(Domain::id).containsExactly(domain.id());
		assertThat(connection.oidcConfig().issuer()).isEqualTo("https://acme.okta.com");

		assertThat(connections.disable(this.acme, id).enabled()).isFalse();
		connections.delete(this.acme, id);
		domains.delete(this.acme, domain.id());
		assertThat(this.scalekit.connections().all()).isEmpty();
	}

	@Test
	void reactiveSingleSignOn(@Autowired ReactiveDomainsClient domains,
			@Autowired ReactiveConnectionsClient connections) {
		Domain domain = domains.create(this.acme, CreateDomain.ofOrganization("acme.com")).block();
		this.scalekit.domains().verify(domain.id());
		String id = addConnection();
		assertThat(connections.enable(this.acme, id)
			.then(connections.listByDomain("acme.com"))
			.flatMapIterable((found) -> found)
			.flatMap((summary) -> connections.get(summary.organizationId(), summary.id()))
			.map((connection) -> connection.oidcConfig().issuer())
			.collectList()
			.block()).containsExactly("https://acme.okta.com");
		assertThat(connections.disable(this.acme, id).then(connections.listByOrganization(this.acme)).block())
			.isEmpty();
		connections.delete(this.acme, id).then(domains.delete(this.acme, domain.id())).block();
		assertThat(domains.all(this.acme).collectList().block()).isEmpty();
	}

	private String addConnection() {
		return this.scalekit.connections()
			.add(this.acme,
					(connection) -> connection.oidc()
						.provider("OKTA")
						.domain("acme.com")
						.configuration("issuer", "https://acme.okta.com")
						.disabled());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
