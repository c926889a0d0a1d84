package com.scalekit.spring.test.organizations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.scalekit.spring.test.organizations.StoredOrganization.Feature;
import com.scalekit.spring.test.organizations.StoredOrganization.UserManagement;
import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.PageRequest.Page;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on organizations.
 */
public final class OrganizationsApi implements ApiGroup {

	private static final String USER_MANAGEMENT = "/api/v1/organizations/{organization_id}/settings/usermanagement";

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

	/**
	 * Offer in the admin portal to set something up.
	 * @param name what is set up
	 * @param setUp sets it up for the organization with an id
	 */
	public void offerInPortal(String name, Consumer<String> setUp) {
		this.adminPortal.offer(name, setUp);
	}

	@Override
	public void register(Router router) {
		router.handle("ListOrganization", this::list);
		router.handle("CreateOrganization", this::create);
		router.handle("GetOrganization", this::get);
		router.handle("UpdateOrganization", this::update);
		router.handle("DeleteOrganization", this::delete);
		router.handle("GeneratePortalLink", this::generatePortalLink);
		router.handle("UpdateOrganizationSettings", this::updateSettings);
		router.handle("GetOrganizationSessionPolicy", this::getSessionPolicy);
		router.handle("UpdateOrganizationSessionPolicy", this::updateSessionPolicy);
		router.handle("UpsertUserManagementSettings", this::updateUserManagementSettings);
		router.handle("GetOrganizationByExternalId", this::getByExternalId);
		router.get(USER_MANAGEMENT, this::getUserManagementSettings);
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
		return ApiResponse.ok(page.toBody("organizations"));
	}

	private ApiResponse create(ApiRequest request) {
		OrganizationInput input = request.body(OrganizationInput.class);
		return ApiResponse.created(envelope(this.organizations.create(input, List.of())));
	}

	private ApiResponse getByExternalId(ApiRequest request) {
		if (!request.parameters("id").isEmpty()) {
			throw ApiException.invalidArgument("ExternalId is required");
		}
		return ApiResponse.ok(envelope(this.organizations.requireByExternalId(request.pathVariable("external_id"))));
	}

	private ApiResponse get(ApiRequest request) {
		return ApiResponse.ok(envelope(this.organizations.require(id(request))));
	}

	private ApiResponse update(ApiRequest request) {
		return ApiResponse.ok(envelope(
				this.organizations.update(id(request), (organization) -> Json.merge(organization, request.json()))));
	}

	private ApiResponse delete(ApiRequest request) {
		this.organizations.delete(id(request));
		return ApiResponse.ok(Map.of());
	}

	private ApiResponse generatePortalLink(ApiRequest request) {
		StoredOrganization organization = this.organizations.require(id(request));
		return ApiResponse.ok(Map.of("link", this.adminPortal.createLink(organization)));
	}

	private ApiResponse updateSettings(ApiRequest request) {
		SettingsInput settings = request.body(SettingsInput.class);
		return ApiResponse.ok(envelope(this.organizations.update(id(request),
				(organization) -> organization.withFeatures(settings.features()))));
	}

	private ApiResponse getUserManagementSettings(ApiRequest request) {
		StoredOrganization organization = this.organizations.require(organizationId(request));
		return ApiResponse.ok(Map.of("settings", organization.userManagement()));
	}

	private ApiResponse updateUserManagementSettings(ApiRequest request) {
		UserManagement settings = request.body(UserManagementInput.class).settings();
		StoredOrganization updated = this.organizations.update(organizationId(request),
				(organization) -> organization.withUserManagement(settings));
		return ApiResponse.ok(Map.of("settings", updated.userManagement()));
	}

	private ApiResponse getSessionPolicy(ApiRequest request) {
		return ApiResponse.ok(Map.of("policy", effectivePolicy(this.organizations.require(organizationId(request)))));
	}

	private ApiResponse updateSessionPolicy(ApiRequest request) {
		SessionPolicyInput input = request.body(SessionPolicyInput.class);
		input.verify();
		StoredOrganization updated = this.organizations.update(organizationId(request), (organization) -> {
			if (!organization.hasFeature(StoredOrganization.SESSION_POLICY_FEATURE)) {
				throw ApiException.failedPrecondition("the session_policy feature is not enabled for the organization");
			}
			return organization.withSessionPolicy(input.applyTo(organization.sessionPolicy()));
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

	private static Map<String, StoredOrganization> envelope(StoredOrganization organization) {
		return Map.of("organization", organization);
	}

	private record SettingsInput(List<Feature> features) {

		SettingsInput {
			features = Objects.requireNonNullElse(features, List.of());
		}

	}

	private record UserManagementInput(UserManagement settings) {
	}

}
