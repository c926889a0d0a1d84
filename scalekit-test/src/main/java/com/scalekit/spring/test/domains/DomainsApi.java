package com.scalekit.spring.test.domains;

import java.util.List;
import java.util.Map;

import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.NumberedPageRequest;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on domains.
 */
public final class DomainsApi implements ApiGroup {

	private static final int DEFAULT_PAGE_SIZE = 30;

	private static final int MAX_PAGE_SIZE = 100;

	private final EnvironmentState state;

	private final Domains domains;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 */
	public DomainsApi(EnvironmentState state) {
		this.state = state;
		this.domains = new Domains(state);
	}

	/**
	 * Return the domains.
	 * @return the domains
	 */
	public Domains domains() {
		return this.domains;
	}

	@Override
	public void register(Router router) {
		router.handle("ListDomains", this::list);
		router.handle("CreateDomain", this::create);
		router.handle("GetDomain", (request) -> ok(this.domains.require(organizationId(request), id(request))));
		router.handle("DeleteDomain", this::delete);
	}

	@Override
	public void reset() {
		this.domains.clear();
	}

	private ApiResponse list(ApiRequest request) {
		this.state.require("organization", organizationId(request));
		String type = request.parameter("domain_type");
		NumberedPageRequest page = NumberedPageRequest.of(request, DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
		List<StoredDomain> domains = page.select(this.domains.all(organizationId(request))
			.stream()
			.filter((domain) -> type.isEmpty() || domain.domainType().equals(type))
			.toList());
		return ApiResponse.ok(Map.of("domains", domains, "page_number", page.number(), "page_size", domains.size()));
	}

	/**
	 * What becomes of a domain without a type is not documented.
	 */
	private ApiResponse create(ApiRequest request) {
		String type = request.json().path("domain_type").asString(Domains.ORGANIZATION_DOMAIN);
		return ok(this.domains.create(organizationId(request), request.json().get("domain").stringValue(), type));
	}

	private ApiResponse delete(ApiRequest request) {
		this.domains.delete(organizationId(request), id(request));
		return ApiResponse.ok(Map.of());
	}

	private static ApiResponse ok(StoredDomain domain) {
		return ApiResponse.ok(Map.of("domain", domain));
	}

	private static String organizationId(ApiRequest request) {
		return request.pathVariable("organization_id");
	}

	private static String id(ApiRequest request) {
		return request.pathVariable("id");
	}

}
