package com.example.console.api;

import java.util.List;

import com.example.console.signin.Access;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationPage;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.security.ScalekitPrincipal;

@RestController
@RequestMapping("/api")
class ApiController {

	private static final int PAGE_SIZE = 20;

	private final OrganizationsClient organizations;

	private final Access access;

	ApiController(OrganizationsClient organizations, Access access) {
		this.organizations = organizations;
		this.access = access;
	}

	@GetMapping("/me")
	Caller me(ScalekitPrincipal caller) {
		return new Caller(caller.findUserId().orElse(null), caller.clientId(), caller.findOrganizationId().orElse(null),
				caller.permissions());
	}

	/**
	 * Return all organizations, page by page, or the only one that a caller may see.
	 */
	@GetMapping("/organizations")
	Listing list(Authentication authentication, ScalekitPrincipal caller,
			@RequestParam(name = "page", required = false) @Nullable String pageToken) {
		if (!this.access.toAll(authentication)) {
			return new Listing(List.of(Item.of(this.organizations.get(caller.organizationId()))), null);
		}
		OrganizationPage page = this.organizations.list(PAGE_SIZE, pageToken);
		return new Listing(page.organizations().stream().map(Item::of).toList(), page.nextPageToken());
	}

	@GetMapping("/organizations/{organizationId:org_\\w+}")
	Item get(@PathVariable String organizationId) {
		return Item.of(this.organizations.get(organizationId));
	}

	@ExceptionHandler({ ScalekitApiException.class, ScalekitTokenException.class, ScalekitTransportException.class })
	ProblemDetail problem(RuntimeException ex) {
		if (ex instanceof ScalekitApiException.NotFound) {
			return ProblemDetail.forStatus(HttpStatus.NOT_FOUND);
		}
		return ProblemDetail.forStatus((ex instanceof ScalekitApiException.BadRequest) ? HttpStatus.BAD_REQUEST
				: HttpStatus.SERVICE_UNAVAILABLE);
	}

	record Caller(@Nullable String userId, @Nullable String clientId, @Nullable String organizationId,
			List<String> permissions) {

	}

	record Listing(List<Item> organizations, @Nullable String nextPage) {

	}

	record Item(String id, String name, @Nullable String externalId) {

		static Item of(Organization organization) {
			return new Item(organization.id(), organization.displayName(), organization.externalId());
		}

	}

}
