package com.scalekit.spring.client.domains;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.Paging;
import com.scalekit.spring.client.http.Query;

/**
 * The domains of organizations, for reactive code. Nothing is sent before a returned
 * publisher is subscribed to; each subscription is a call of its own.
 * {@link DomainsClient} is the blocking twin.
 * <p>
 * Every method may signal a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException} when the method
 * is called.
 */
@HttpExchange(url = "/api/v1")
public interface ReactiveDomainsClient {

	/**
	 * Return the first page of an organization's domains, in the server's default size.
	 * {@code GET /api/v1/organizations/{organization_id}/domains}
	 * @param organizationId the identifier of the organization
	 * @return the page
	 */
	default Mono<DomainPage> list(String organizationId) {
		return list(organizationId, DomainQuery.any(), null, null);
	}

	/**
	 * Return a page of an organization's domains. Pages are numbered: the number of the
	 * next one is that of this page plus one. {@code GET
	 * /api/v1/organizations/{organization_id}/domains}
	 * @param organizationId the identifier of the organization
	 * @param query which domains to return
	 * @param pageSize how many domains a page holds, 1 to 100, or {@code null} for the
	 * server's default of 30
	 * @param pageNumber the number of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/organizations/{organizationId}/domains")
	Mono<DomainPage> list(@PathVariable String organizationId, @Query DomainQuery query,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_number", required = false) @Nullable Integer pageNumber);

	/**
	 * Return all domains of an organization. They are fetched page by page, as they are
	 * requested. {@code GET /api/v1/organizations/{organization_id}/domains}
	 * @param organizationId the identifier of the organization
	 * @return the domains, each subscription starting anew
	 */
	default Flux<Domain> all(String organizationId) {
		return all(organizationId, DomainQuery.any());
	}

	/**
	 * Return all domains of an organization that match a query. They are fetched page by
	 * page, as they are requested. {@code GET
	 * /api/v1/organizations/{organization_id}/domains}
	 * @param organizationId the identifier of the organization
	 * @param query which domains to return
	 * @return the domains, each subscription starting anew
	 */
	default Flux<Domain> all(String organizationId, DomainQuery query) {
		return Paging.flux("/api/v1/organizations/{organization_id}/domains", Paging.numberedMono(Paging.PAGE_SIZE,
				(pageNumber) -> list(organizationId, query, Paging.PAGE_SIZE, pageNumber)));
	}

	/**
	 * Return a domain. {@code GET /api/v1/organizations/{organization_id}/domains/{id}}
	 * @param organizationId the identifier of the organization
	 * @param id the identifier of the domain, starting with {@code dom_}
	 * @return the domain
	 */
	@GetExchange("/organizations/{organizationId}/domains/{id}")
	Mono<Domain> get(@PathVariable String organizationId, @PathVariable String id);

	/**
	 * Add a domain to an organization. {@code POST
	 * /api/v1/organizations/{organization_id}/domains}
	 * @param organizationId the identifier of the organization
	 * @param domain the domain to be added
	 * @return the added domain
	 */
	@PostExchange("/organizations/{organizationId}/domains")
	Mono<Domain> create(@PathVariable String organizationId, @RequestBody CreateDomain domain);

	/**
	 * Remove a domain from an organization. {@code DELETE
	 * /api/v1/organizations/{organization_id}/domains/{id}}
	 * @param organizationId the identifier of the organization
	 * @param id the identifier of the domain
	 * @return a signal that it is done
	 */
	@DeleteExchange("/organizations/{organizationId}/domains/{id}")
	Mono<Void> delete(@PathVariable String organizationId, @PathVariable String id);

}
