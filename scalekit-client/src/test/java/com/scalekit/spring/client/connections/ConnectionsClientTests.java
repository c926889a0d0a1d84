package com.scalekit.spring.client.connections;

import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class ConnectionsClientTests extends ContractTests<ConnectionsClient> {

	ConnectionsClientTests() {
		super(ConnectionsClient.class);
	}

	@Override
	protected Stream<Call<ConnectionsClient>> calls() {
		return Stream.of(
				call("GET /api/v1/connections?organization_id=org_1",
						(connections) -> connections.listByOrganization("org_1")),
				call("GET /api/v1/connections?domain=acme.com", (connections) -> connections.listByDomain("acme.com")),
				call("GET /api/v1/connections", (connections) -> connections.list(ConnectionQuery.any())),
				call("GET /api/v1/connections?organization_id=org_1&domain=acme.com&include=all",
						(connections) -> connections.list(ConnectionQuery.any()
							.withOrganizationId("org_1")
							.withDomain("acme.com")
							.withInactive())),
				call("GET /api/v1/organizations/org_1/connections/conn_1",
						(connections) -> connections.get("org_1", "conn_1")),
				call("DELETE /api/v1/organizations/org_1/connections/conn_1",
						(connections) -> connections.delete("org_1", "conn_1")),
				call("PATCH /api/v1/organizations/org%2F1/connections/conn%3A1:enable",
						(connections) -> connections.enable("org/1", "conn:1")),
				call("PATCH /api/v1/organizations/org_1/connections/conn_1:disable",
						(connections) -> connections.disable("org_1", "conn_1")));
	}

}
