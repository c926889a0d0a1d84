package com.scalekit.spring.client.domains;

import java.util.List;

import com.scalekit.spring.client.http.NumberedPage;

/**
 * A page of domains. Neither the number of pages nor that of domains is known; a page
 * that is not full is the last one.
 *
 * @param domains the domains of the page
 * @param pageNumber the number of the page
 * @param pageSize the number of domains on this page
 */
public record DomainPage(List<Domain> domains, int pageNumber, int pageSize) implements NumberedPage<Domain> {

	@Override
	public List<Domain> elements() {
		return this.domains;
	}

}
