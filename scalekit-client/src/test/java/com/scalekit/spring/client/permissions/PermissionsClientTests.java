package com.scalekit.spring.client.permissions;

import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class PermissionsClientTests extends ContractTests<PermissionsClient> {

	PermissionsClientTests() {
		super(PermissionsClient.class);
	}

	@Override
	protected Stream<Call<PermissionsClient>> calls() {
		return Stream.of(call("GET /api/v1/permissions", (permissions) -> permissions.list()),
				call("GET /api/v1/permissions?page_size=10&page_token=a%2Bb",
						(permissions) -> permissions.list(10, "a+b")),
				call("GET /api/v1/permissions?type=ENVIRONMENT",
						(permissions) -> permissions.list(PermissionType.ENVIRONMENT, null, null)),
				call("GET /api/v1/permissions?page_size=100", (permissions) -> permissions.all()),
				call("GET /api/v1/permissions/invoices%3Aread", (permissions) -> permissions.get("invoices:read")),
				call("POST /api/v1/permissions", """
						{"name":"invoices:read","description":"Read invoices"}""",
						(permissions) -> permissions
							.create(CreatePermission.named("invoices:read").withDescription("Read invoices"))),
				call("PUT /api/v1/permissions/invoices%3Aread", """
						{"name":"invoices:read","description":"Read invoices"}""",
						(permissions) -> permissions.update("invoices:read", "Read invoices")),
				call("DELETE /api/v1/permissions/invoices%3Aread",
						(permissions) -> permissions.delete("invoices:read")));
	}

}
