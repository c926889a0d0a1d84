package com.scalekit.spring.test;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.Organization.Feature;
import com.scalekit.spring.test.Organization.UserManagement;
import com.scalekit.spring.test.PageRequest.Page;

/**
 * The operations on organizations.
 */
final class OrganizationsApi implements ApiGroup {

	private static final String ORGANIZATION = "/api/v1/organizations/{id}";

	private static final String POLICY = "/api/v1/organizations/{organization_id}/session-policy";

	private static final String USER_MANAGEMENT = "/api/v1/organizations/{organization_id}/settings/usermanagement";

	private static final List<String> PORTAL_FEATURES = List.of("dir_sync", "sso");

	private final Organizations organizations;

	private final AdminPortal adminPortal;

	OrganizationsApi(Organizations organizations, AdminPortal adminPortal) {
		this.organizations = organizations;
		this.adminPortal = adminPortal;
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
	}

	private ApiResponse list(ApiRequest request) {
		Page<Organization> page = this.organizations.list(PageRequest.of(request), request.parameter("external_id"));
		return ApiResponse
			.ok(new OrganizationPage(page.nextPageToken(), page.items(), page.previousPageToken(), page.totalSize()));
	}

	private ApiResponse create(ApiRequest request) {
		OrganizationInput input = Json.read(request.body(), OrganizationInput.class);
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
		return ApiResponse.ok(envelope(this.organizations.getByExternalId(externalId)));
	}

	private ApiResponse get(ApiRequest request) {
		String id = id(request);
		validateAnyId(id).verify();
		return ApiResponse.ok(envelope(this.organizations.get(id)));
	}

	private ApiResponse update(ApiRequest request) {
		String id = id(request);
		OrganizationInput input = Json.read(request.body(), OrganizationInput.class);
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
		return ApiResponse.ok(Map.of("link", this.adminPortal.createLink(this.organizations.get(id))));
	}

	private ApiResponse updateSettings(ApiRequest request) {
		String id = id(request);
		SettingsInput input = Json.read(request.body(), SettingsInput.class);
		Validation validation = validateOrganizationId("id", id);
		input.validate(validation);
		validation.verify();
		return ApiResponse.ok(envelope(this.organizations.update(id,
				(organization, now) -> organization.withFeatures(input.toFeatures(), now))));
	}

	private ApiResponse getUserManagementSettings(ApiRequest request) {
		String id = organizationId(request);
		validateOrganizationId("organization_id", id).verify();
		return ApiResponse.ok(Map.of("settings", this.organizations.get(id).userManagement()));
	}

	private ApiResponse updateUserManagementSettings(ApiRequest request) {
		String id = organizationId(request);
		UserManagementInput input = Json.read(request.body(), UserManagementInput.class);
		Validation validation = validateOrganizationId("organization_id", id).required("settings", input.settings());
		if (input.settings() != null) {
			validation.notNegative("settings.max_allowed_users", input.settings().maxAllowedUsers());
		}
		validation.verify();
		Organization updated = this.organizations.update(id,
				(organization, now) -> organization.withUserManagement(Objects.requireNonNull(input.settings()), now));
		return ApiResponse.ok(Map.of("settings", updated.userManagement()));
	}

	private ApiResponse getSessionPolicy(ApiRequest request) {
		String id = organizationId(request);
		validateOrganizationId("organization_id", id).verify();
		return ApiResponse.ok(Map.of("policy", effectivePolicy(this.organizations.get(id))));
	}

	private ApiResponse updateSessionPolicy(ApiRequest request) {
		String id = organizationId(request);
		SessionPolicyInput input = Json.read(request.body(), SessionPolicyInput.class);
		Validation validation = validateOrganizationId("organization_id", id);
		input.validate(validation);
		validation.verify();
		Organization updated = this.organizations.update(id, (organization, now) -> {
			if (!organization.hasFeature(Organization.SESSION_POLICY_FEATURE)) {
				throw ApiException.failedPrecondition("the session_policy feature is not enabled for the organization");
			}
			return organization.withSessionPolicy(input.applyTo(organization.sessionPolicy()), now);
		});
		return ApiResponse.ok(Map.of("policy", updated.sessionPolicy()));
	}

	private static SessionPolicy effectivePolicy(Organization organization) {
		return (organization.hasFeature(Organization.SESSION_POLICY_FEATURE)) ? organization.sessionPolicy()
				: SessionPolicy.APPLICATION;
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

	private static Map<String, Organization> envelope(Organization organization) {
		return Map.of("organization", organization);
	}

	private record OrganizationPage(String nextPageToken, List<Organization> organizations, String prevPageToken,
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
				.oneOf(field + ".name", this.name, Organization.FEATURES)
				.required(field + ".enabled", this.enabled);
		}

		Feature toFeature() {
			return new Feature(Objects.requireNonNull(this.name), Objects.requireNonNull(this.enabled));
		}

	}

	private record UserManagementInput(@Nullable UserManagement settings) {
	}

}
