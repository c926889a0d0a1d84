package com.example.reference;

import java.util.Map;
import java.util.stream.Collectors;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitError.FieldViolation;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

class Errors {

	private final OrganizationsClient organizations;

	private final Reconciliation reconciliation;

	Errors(OrganizationsClient organizations, Reconciliation reconciliation) {
		this.organizations = organizations;
		this.reconciliation = reconciliation;
	}

	Organization findOrCreate(String name, String tenantId) {
		try {
			return this.organizations.getByExternalId(tenantId);
		}
		catch (ScalekitApiException.NotFound ex) {
			return create(name, tenantId);
		}
	}

	private Organization create(String name, String tenantId) {
		try {
			return this.organizations.create(CreateOrganization.named(name).withExternalId(tenantId));
		}
		catch (ScalekitApiException.Conflict ex) {
			return this.organizations.getByExternalId(tenantId);
		}
	}

	Map<String, String> violations(ScalekitApiException.BadRequest ex) {
		return ex.getError()
			.fieldViolations()
			.stream()
			.filter((violation) -> violation.field() != null && violation.description() != null)
			.collect(Collectors.toMap(FieldViolation::field, FieldViolation::description, (first, second) -> first));
	}

	boolean deleted(String id) {
		try {
			this.organizations.delete(id);
			return true;
		}
		catch (ScalekitTransportException ex) {
			if (ex.isPossiblyExecuted()) {
				this.reconciliation.check(id);
			}
			return false;
		}
	}

	interface Reconciliation {

		void check(String id);

	}

}
