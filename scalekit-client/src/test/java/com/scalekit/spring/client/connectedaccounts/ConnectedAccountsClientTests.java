package com.scalekit.spring.client.connectedaccounts;

import java.util.Map;
import java.util.stream.Stream;

import com.scalekit.spring.client.connectedaccounts.Credentials.OAuthToken;
import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class ConnectedAccountsClientTests extends ContractTests<ConnectedAccountsClient> {

	private static final String PATH = "/api/v1/connected_accounts";

	ConnectedAccountsClientTests() {
		super(ConnectedAccountsClient.class);
	}

	@Override
	protected Stream<Call<ConnectedAccountsClient>> calls() {
		return Stream.of(call("GET " + PATH, (accounts) -> accounts.list()), call(
				"GET " + PATH + "?identifier=ann&connector=gmail&provider=GMAIL&organization_id=org_1&user_id=usr_1"
						+ "&query=mail&page_size=10&page_token=a%2Bb",
				(accounts) -> accounts.list(ConnectedAccountQuery.any()
					.withIdentifier("ann")
					.withConnector("gmail")
					.withProvider("GMAIL")
					.withOrganizationId("org_1")
					.withUserId("usr_1")
					.withQuery("mail"), 10, "a+b")),
				call("GET " + PATH + "?connection_names=gmail&connection_names=slack&page_size=99",
						(accounts) -> accounts.all(ConnectedAccountQuery.any().withConnectionNames("gmail", "slack"))),
				call("GET " + PATH + ":search?query=ann&connection_id=conn_1&page_size=10&page_token=a%2Bb",
						(accounts) -> accounts.search("ann", "conn_1", 10, "a+b")),
				call("GET " + PATH + ":search?query=ann&page_size=30", (accounts) -> accounts.searchAll("ann")),
				call("GET " + PATH + "/details?id=ca_1",
						(accounts) -> accounts.get(ConnectedAccountSelector.byId("ca_1"))),
				call("GET " + PATH + "/auth?connector=gmail&identifier=ann&organization_id=org_1&user_id=usr_1",
						(accounts) -> accounts.getWithCredentials(ConnectedAccountSelector.byIdentifier("gmail", "ann")
							.withOrganizationId("org_1")
							.withUserId("usr_1"))),
				call("POST " + PATH, """
						{"connected_account":{},"connector":"gmail","identifier":"ann"}""",
						(accounts) -> accounts.create(CreateConnectedAccount.of("gmail", "ann"))),
				call("POST " + PATH, """
						{"connected_account":{"api_config":{"version":2},"authorization_details":{"oauth_token":
						{"access_token":"at","refresh_token":"rt","scopes":["mail"],"domain":"acme.com"}}},
						"connector":"gmail","identifier":"ann","organization_id":"org_1","user_id":"usr_1"}""",
						(accounts) -> accounts.create(CreateConnectedAccount.of("gmail", "ann")
							.withOrganizationId("org_1")
							.withUserId("usr_1")
							.withApiConfig(Map.of("version", 2))
							.withCredentials(Credentials.oauth(OAuthToken.of("at")
								.withRefreshToken("rt")
								.withScopes("mail")
								.withDomain("acme.com"))))),
				call("PUT " + PATH, """
						{"id":"ca_1","connected_account":{"authorization_details":{"static_auth":
						{"details":{"api_key":"k"}}}}}""",
						(accounts) -> accounts.update(UpdateConnectedAccount.byId("ca_1")
							.withCredentials(Credentials.ofDetails(Map.of("api_key", "k"))))),
				call("PUT " + PATH, """
						{"connector":"bigquery","identifier":"ann","organization_id":"org_1","user_id":"usr_1",
						"connected_account":{"api_config":{"version":3},"authorization_details":{"google_dwd":
						{"subject":"ann@acme.com"}}}}""",
						(accounts) -> accounts.update(UpdateConnectedAccount.byIdentifier("bigquery", "ann")
							.withOrganizationId("org_1")
							.withUserId("usr_1")
							.withApiConfig(Map.of("version", 3))
							.withCredentials(Credentials.googleDwd("ann@acme.com")))),
				call("PUT " + PATH,
						"""
								{"id":"ca_1","connected_account":{"authorization_details":{"trusted_idp":{"db_user":"ann"}}}}""",
						(accounts) -> accounts.update(
								UpdateConnectedAccount.byId("ca_1").withCredentials(Credentials.trustedIdp("ann")))),
				call("POST " + PATH + ":delete", """
						{"id":"ca_1"}""", (accounts) -> accounts.delete(ConnectedAccountSelector.byId("ca_1"))),
				call("POST " + PATH + "/magic_link", """
						{"id":"ca_1"}""",
						(accounts) -> accounts.createAuthorizationLink(CreateAuthorizationLink.byId("ca_1"))),
				call("POST " + PATH + "/magic_link", """
						{"connector":"gmail","identifier":"ann","organization_id":"org_1","user_id":"usr_1","state":"s",
						"user_verify_url":"https://acme.com/verify"}""",
						(accounts) -> accounts
							.createAuthorizationLink(CreateAuthorizationLink.byIdentifier("gmail", "ann")
								.withOrganizationId("org_1")
								.withUserId("usr_1")
								.withState("s")
								.withUserVerifyUrl("https://acme.com/verify"))),
				call("POST " + PATH + "/user/verify", """
						{"auth_request_id":"r","identifier":"ann"}""", (accounts) -> accounts.verifyUser("r", "ann")));
	}

}
