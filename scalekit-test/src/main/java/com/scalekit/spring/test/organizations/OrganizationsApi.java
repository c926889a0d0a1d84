package com.scalekit.spring.test.organizations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.organizations.StoredOrganization.Feature;
import com.scalekit.spring.test.organizations.StoredOrganization.UserManagement;
import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.PageRequest.Page;
import com.scalekit.spring.test.server.Router;
import com.scalekit.spring.test.server.Validation;

/**
 * The operations on organizations.
 */
public final class OrganizationsApi implements ApiGroup {

	private static final String ORGANIZATION = "/api/v1/organizations/{id}";

	private static final String POLICY = "/api/v1/organizations/{organization_id}/session-policy";

	private static final String USER_MANAGEMENT = "/api/v1/organizations/{organization_id}/settings/usermanagement";

	private static final List<String> PORTAL_FEATURES = List.of("dir_sync", "sso");

	private final Organizations organizations;

	private final AdminPortal adminPortal;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 * @param url returns the URL of the environment
	 */
	public OrganizationsApi(EnvironmentState state, Supplier<String> url) {
		this.organizations = new Organizations(state);
		this.adminPortal = new AdminPortal(url, state);
	}

	/**
	 * Return the organizations.
	 * @return the organizations
	 */
	public Organizations organizations() {
		return this.organizations;
	}

	@Override
	public void register(Router router) {
		router.get("/api/v1/organizations", this::list);
		router.post("/api/v1/organizations", this::create);
		router.get("/api/v1/organizations:external/{external_id}", this::getByExternalId);
		router.get(ORGANIZATION, this::get);
		router.patch(ORGANIZATION, this::update);
		router.delete(ORGANIZATION, this::delete);
		router.put(ORGANIZATION + "/portal_links", this::generatePortalLink);
		router.patch(ORGANIZATION + "/settings", this::updateSettings);
		router.get(USER_MANAGEMENT, this::getUserManagementSettings);
		router.patch(USER_MANAGEMENT, this::updateUserManagementSettings);
		router.get(POLICY, this::getSessionPolicy);
		router.patch(POLICY, this::updateSessionPolicy);
		this.adminPortal.register(router);
	}

	@Override
	public void reset() {
		this.organizations.clear();
		this.adminPortal.reset();
	}

	private ApiResponse list(ApiRequest request) {
		Page<StoredOrganization> page = this.organizations.list(PageRequest.of(request),
				request.parameter("external_id"));
		return ApiResponse
			.ok(new OrganizationPage(page.nextPageToken(), page.items(), page.previousPageToken(), page.totalSize()));
	}

	private ApiResponse create(ApiRequest request) {
		OrganizationInput input = request.body(OrganizationInput.class);
		Validation validation = new Validation();
		input.validateForCreate(validation);
		validation.verify();
		return ApiResponse.created(envelope(this.organizations.create(input, List.of())));
	}

	private ApiResponse getByExternalId(ApiRequest request) {
		if (!request.parameters("id").isEmpty()) {
			throw ApiException.invalidArgument("ExternalId is required");
		}
		String externalId = request.pathVariable("external_id");
		new Validation().length("external_id", externalId, 1, Integer.MAX_VALUE).verify();
		return ApiResponse.ok(envelope(this.organizations.requireByExternalId(externalId)));
	}

	private ApiResponse get(ApiRequest request) {
		String id = id(request);
		validateAnyId(id).verify();
		return ApiResponse.ok(envelope(this.organizations.require(id)));
	}

	private ApiResponse update(ApiRequest request) {
		String id = id(request);
		OrganizationInput input = request.body(OrganizationInput.class);
		Validation validation = validateAnyId(id);
		input.validateForUpdate(validation);
		validation.verify();
		return ApiResponse
			.ok(envelope(this.organizations.update(id, (organization, now) -> organization.apply(input, now))));
	}

	private ApiResponse delete(ApiRequest request) {
		String id = id(request);
		validateAnyId(id).verify();
		this.organizations.delete(id);
		return ApiResponse.ok(Map.of());
	}

	private ApiResponse generatePortalLink(ApiRequest request) {
		String id = id(request);
		Validation validation = validateOrganizationId("id", id);
		List<String> features = request.parameters("features");
		for (int i = 0; i < features.size(); i++) {
			validation.oneOf("features[%d]".formatted(i), features.get(i), PORTAL_FEATURES);
		}
		validation.verify();
		return ApiResponse.ok(Map.of("link", this.adminPortal.createLink(this.organizations.require(id))));
	}

	private ApiResponse updateSettings(ApiRequest request) {
		String id = id(request);
		SettingsInput input = request.body(SettingsInput.class);
		Validation validation = validateOrganizationId("id", id);
		input.validate(validation);
		validation.verify();
		return ApiResponse.ok(envelope(this.organizations.update(id,
				(organization, now) -> organization.withFeatures(input.toFeatures(), now))));
	}

	private ApiResponse getUserManagementSettings(ApiRequest request) {
		String id = organizationId(request);
		validateOrganizationId("organization_id", id).verify();
		return ApiResponse.ok(Map.of("settings", this.organizations.require(id).userManagement()));
	}

	private ApiResponse updateUserManagementSettings(ApiRequest request) {
		String id = organizationId(request);
		UserManagementInput input = request.body(UserManagementInput.class);
		Validation validation = validateOrganizationId("organization_id", id).required("settings", input.settings());
		if (input.settings() != null) {
			validation.notNegative("settings.max_allowed_users", input.settings().maxAllowedUsers());
		}
		validation.verify();
		StoredOrganization updated = this.organizations.update(id,
				(organization, now) -> organization.withUserManagement(Objects.requireNonNull(input.settings()), now));
		return ApiResponse.ok(Map.of("settings", updated.userManagement()));
	}

	private ApiResponse getSessionPolicy(ApiRequest request) {
		String id = organizationId(request);
		validateOrganizationId("organization_id", id).verify();
		return ApiResponse.ok(Map.of("policy", effectivePolicy(this.organizations.require(id))));
	}

	private ApiResponse updateSessionPolicy(ApiRequest request) {
		String id = organizationId(request);
		SessionPolicyInput input = request.body(SessionPolicyInput.class);
		Validation validation = validateOrganizationId("organization_id", id);
		input.validate(validation);
		validation.verify();
		StoredOrganization updated = this.organizations.update(id, (organization, now) -> {
			if (!organization.hasFeature(StoredOrganization.SESSION_POLICY_FEATURE)) {
				throw ApiException.failedPrecondition("the session_policy feature is not enabled for the organization");
			}
			return organization.withSessionPolicy(input.applyTo(organization.sessionPolicy()), now);
		});
		return ApiResponse.ok(Map.of("policy", updated.sessionPolicy()));
	}

	private static StoredSessionPolicy effectivePolicy(StoredOrganization organization) {
		return (organization.hasFeature(StoredOrganization.SESSION_POLICY_FEATURE)) ? organization.sessionPolicy()
				: StoredSessionPolicy.APPLICATION;
	}

	private static String id(ApiRequest request) {
		return request.pathVariable("id");
	}

	private static String organizationId(ApiRequest request) {
		return request.pathVariable("organization_id");
	}

	private static Validation validateAnyId(String id) {
		return new Validation().length("id", id, 1, 32);
	}

	private static Validation validateOrganizationId(String field, String id) {
		return new Validation().length(field, id, 1, 32).prefix(field, id, "org_");
	}

	private static Map<String, StoredOrganization> envelope(StoredOrganization organization) {
		return Map.of("organization", organization);
	}

	private record OrganizationPage(String nextPageToken, List<StoredOrganization> organizations, String prevPageToken,
			int totalSize) {
	}

	private record SettingsInput(@Nullable List<FeatureInput> features) {

		@Override
		public List<FeatureInput> features() {
			return (this.features != null) ? this.features : List.of();
		}

		void validate(Validation validation) {
			for (int i = 0; i < features().size(); i++) {
				features().get(i).validate("settings.features[%d]".formatted(i), validation);
			}
		}

		List<Feature> toFeatures() {
			return features().stream().map(FeatureInput::toFeature).toList();
		}

	}

	private record FeatureInput(@Nullable String name, @Nullable Boolean enabled) {

		void validate(String field, Validation validation) {
			validation.required(field + ".name", this.name)
				.oneOf(field + ".name", this.name, StoredOrganization.FEATURES)
				.required(field + ".enabled", this.enabled);
		}

		Feature toFeature() {
			return new Feature(Objects.requireNonNull(this.name), Objects.requireNonNull(this.enabled));
		}

	}

	private record UserManagementInput(@Nullable UserManagement settings) {
	}

}
