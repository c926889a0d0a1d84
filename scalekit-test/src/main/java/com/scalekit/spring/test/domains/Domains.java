package com.scalekit.spring.test.domains;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.RequestRules;
import com.scalekit.spring.test.server.Store;

/**
 * The domains of the organizations of a {@code ScalekitServer}.
 */
public final class Domains {

	static final String ORGANIZATION_DOMAIN = "ORGANIZATION_DOMAIN";

	static final String ALLOWED_EMAIL_DOMAIN = "ALLOWED_EMAIL_DOMAIN";

	/** Some of the public and disposable domains that the service refuses. */
	private static final Set<String> PUBLIC = Set.of("gmail.com", "googlemail.com", "hotmail.com", "icloud.com",
			"mailinator.com", "outlook.com", "yahoo.com");

	private final EnvironmentState state;

	private final Store<StoredDomain> store;

	private final Store<StoredDomain>.Index organization;

	private final Store<StoredDomain>.Index name;

	Domains(EnvironmentState state) {
		this.state = state;
		this.store = new Store<>(state, "domain", StoredDomain::id);
		this.organization = this.store.index(StoredDomain::organizationId);
		this.name = this.store.index((domain) -> key(domain.domain()));
		state.onDelete("organization", this.organization::deleteAll);
	}

	/**
	 * Add a domain that an organization owns. Its verification is pending.
	 * <pre class="code">
	 * server.domains().verify(server.domains().add(organizationId, "acme.com"));
	 * </pre>
	 * @param organizationId the id of the organization
	 * @param domain the domain, 4 to 255 characters
	 * @return the id of the domain
	 * @throws IllegalArgumentException if the service would refuse the domain
	 */
	public String add(String organizationId, String domain) {
		return seed(organizationId, domain, ORGANIZATION_DOMAIN);
	}

	/**
	 * Add a domain whose users may join an organization.
	 * @param organizationId the id of the organization
	 * @param domain the domain, 4 to 255 characters
	 * @return the id of the domain
	 * @throws IllegalArgumentException if the service would refuse the domain
	 */
	public String addAllowedEmailDomain(String organizationId, String domain) {
		return seed(organizationId, domain, ALLOWED_EMAIL_DOMAIN);
	}

	private String seed(String organizationId, String domain, String type) {
		try {
			RequestRules.verifyBody("CreateDomain", Map.of("domain", domain, "domain_type", type));
			return create(organizationId, domain, type).id();
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/**
	 * Verify a domain, as the service does when it finds the DNS record.
	 * @param id the id of the domain
	 * @throws NoSuchElementException if there is no such domain
	 */
	public void verify(String id) {
		verified(id, "VERIFIED", "organization.domain_dns_verification_success");
	}

	/**
	 * Fail to verify a domain, as the service does when it finds no DNS record.
	 * @param id the id of the domain
	 * @throws NoSuchElementException if there is no such domain
	 */
	public void failVerification(String id) {
		verified(id, "FAILED", "organization.domain_dns_verification_failed");
	}

	private void verified(String id, String status, String event) {
		synchronized (this.state) {
			get(id);
			publish(event, this.store.update(id, (domain) -> Json.with(domain,
					Map.of("verification_status", status, "update_time", this.state.timestamp()))));
		}
	}

	private void publish(String type, StoredDomain domain) {
		this.state.publish(type, domain.organizationId(),
				() -> Json
					.select(domain, "id", "domain", "domain_type", "organization_id", "environment_id",
							"verification_status", "verification_method")
					.put("updated_at", domain.updateTime().toString()));
	}

	/**
	 * Return the domains of an organization as they are now.
	 * @param organizationId the id of the organization
	 * @return the domains, in the order in which they were added
	 */
	public List<StoredDomain> all(String organizationId) {
		return this.organization.all(organizationId);
	}

	/**
	 * Return a domain as it is now.
	 * @param id the id of the domain
	 * @return the domain
	 * @throws NoSuchElementException if there is no such domain
	 */
	public StoredDomain get(String id) {
		return this.store.find(id)
			.orElseThrow(() -> new NoSuchElementException("There is no domain '%s'".formatted(id)));
	}

	/**
	 * Whether several organizations may have the same domain is not documented.
	 */
	StoredDomain create(String organizationId, String domain, String type) {
		synchronized (this.state) {
			this.state.require("organization", organizationId);
			if (PUBLIC.contains(key(domain)) || !this.name.all(key(domain)).isEmpty()) {
				throw ApiException.invalidArgument("domain is public or exists already");
			}
			boolean owned = !type.equals(ALLOWED_EMAIL_DOMAIN);
			Instant now = this.state.timestamp();
			StoredDomain created = new StoredDomain(this.state.nextId("dom_"), domain, type, organizationId,
					this.state.environmentId(), (owned) ? "PENDING" : "AUTO_VERIFIED",
					(owned) ? "DNS" : "NOT_APPLICABLE", now, now);
			this.store.add(created);
			publish("organization.domain_created", created);
			return created;
		}
	}

	StoredDomain require(String organizationId, String id) {
		return this.organization.get(organizationId, id);
	}

	void delete(String organizationId, String id) {
		StoredDomain domain = require(organizationId, id);
		this.store.delete(id);
		publish("organization.domain_deleted", domain);
	}

	void clear() {
		this.store.clear();
	}

	private static String key(String domain) {
		return domain.toLowerCase(Locale.ROOT);
	}

}
