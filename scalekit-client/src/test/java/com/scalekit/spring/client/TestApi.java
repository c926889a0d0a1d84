package com.scalekit.spring.client;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/**
 * A server that hands out tokens and answers API calls as it is told to, for answers that
 * a real Scalekit environment would not give.
 */
public final class TestApi implements AutoCloseable {

	/**
	 * The client secret to look for in places where it must not be.
	 */
	public static final String CLIENT_SECRET = "test_s3cr3t+with/special&characters%";

	/**
	 * The access token to look for in places where it must not be.
	 */
	public static final String ACCESS_TOKEN = "eyJhbGciOiJSUzI1NiJ9.access-token.signature";

	private final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().containerThreads(50));

	public TestApi() {
		this.server.start();
		answersToken(ACCESS_TOKEN);
	}

	public TestApi answersToken(String token) {
		return stub(post(urlPathEqualTo("/oauth/token")).willReturn(
				okJson("{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":86399}".formatted(token))));
	}

	public TestApi stub(MappingBuilder mapping) {
		this.server.stubFor(mapping);
		return this;
	}

	public void verify(int count, RequestPatternBuilder request) {
		this.server.verify(count, request);
	}

	public int tokenRequests() {
		return this.server.countRequestsMatching(postRequestedFor(urlPathEqualTo("/oauth/token")).build()).getCount();
	}

	public int requests() {
		return this.server.getAllServeEvents().size();
	}

	public WireMockServer server() {
		return this.server;
	}

	public String url() {
		return this.server.baseUrl();
	}

	public ScalekitClients.Builder clients() {
		return ScalekitClients.builder(url(), "skc_1", CLIENT_SECRET);
	}

	@Override
	public void close() {
		this.server.stop();
	}

}
