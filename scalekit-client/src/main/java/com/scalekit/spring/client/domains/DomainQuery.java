package com.scalekit.spring.client.domains;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Query for domains. Instances are immutable: each {@code with} method returns a changed
 * copy.
 */
public final class DomainQuery extends JsonObject<DomainQuery> {

	private DomainQuery(Map<String, @Nullable Object> members) {
		super(DomainQuery::new, members);
	}

	/**
	 * Start with all domains.
	 * @return a query that all domains match
	 */
	public static DomainQuery any() {
		return new DomainQuery(Map.of());
	}

	/**
	 * Return domains of a type only.
	 * @param domainType the type
	 * @return a copy with the type
	 */
	public DomainQuery withDomainType(DomainType domainType) {
		return with("domain_type", domainType);
	}

	/**
	 * Ask for more than Scalekit returns by default.
	 * @param include what to include, separated by commas, such as
	 * {@code verification_details}
	 * @return a copy with the parts to include
	 */
	public DomainQuery withInclude(String include) {
		return with("include", include);
	}

}
