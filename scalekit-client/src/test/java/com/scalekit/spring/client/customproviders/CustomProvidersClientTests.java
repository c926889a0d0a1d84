package com.scalekit.spring.client.customproviders;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class CustomProvidersClientTests extends ContractTests<CustomProvidersClient> {

	CustomProvidersClientTests() {
		super(CustomProvidersClient.class);
	}

	@Override
	protected Stream<Call<CustomProvidersClient>> calls() {
		return Stream.of(call("POST /api/v1/custom-providers", """
				{"display_name":"Acme CRM","proxy_url":"https://crm.acme.com","auth_patterns":[{"type":"OAUTH"}]}""",
				(providers) -> providers.create(
						CreateCustomProvider.of("Acme CRM", "https://crm.acme.com", List.of(Map.of("type", "OAUTH"))))),
				call("POST /api/v1/custom-providers", """
						{"display_name":"Acme CRM","proxy_url":"https://crm.acme.com","auth_patterns":[],
						"description":"Customers","icon_src":"https://acme.com/icon.png","proxy_enabled":true,
						"metadata":{"team":"sales"}}""",
						(providers) -> providers
							.create(CreateCustomProvider.of("Acme CRM", "https://crm.acme.com", List.of())
								.withDescription("Customers")
								.withIconSrc("https://acme.com/icon.png")
								.withProxyEnabled(true)
								.withMetadata(Map.of("team", "sales")))),
				call("PUT /api/v1/custom-providers/acme%20crm", """
						{"display_name":"Acme CRM","proxy_url":"https://crm.acme.com","auth_patterns":[],
						"description":"Customers","icon_src":"https://acme.com/icon.png","proxy_enabled":false,
						"metadata":{}}""",
						(providers) -> providers.update("acme crm",
								UpdateCustomProvider.of("Acme CRM", "https://crm.acme.com", List.of())
									.withDescription("Customers")
									.withIconSrc("https://acme.com/icon.png")
									.withProxyEnabled(false)
									.withMetadata(Map.of()))),
				call("DELETE /api/v1/custom-providers/acme", (providers) -> providers.delete("acme")));
	}

}
