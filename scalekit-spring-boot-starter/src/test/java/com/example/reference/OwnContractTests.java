package com.example.reference;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.junit.ScalekitServerExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ScalekitServerExtension.class)
class OwnContractTests {

	private static final String DIRECTORIES = "/api/v1/organizations/org_1/directories";

	@Test
	void callsOperationsWithoutClient(ScalekitServer scalekit) {
		WireMockServer unpublished = scalekit.unwrap(WireMockServer.class);
		unpublished.stubFor(post(DIRECTORIES)
			.withRequestBody(equalToJson("{\"directory_type\":\"SCIM\",\"directory_provider\":\"OKTA\"}"))
			.willReturn(okJson("{\"directory\":{\"id\":\"dir_1\",\"directory_provider\":\"OKTA\"}}")));
		String directory = DIRECTORIES + "/dir_1";
		unpublished.stubFor(delete(directory).inScenario("outage")
			.whenScenarioStateIs(STARTED)
			.willReturn(serviceUnavailable())
			.willSetStateTo("over"));
		unpublished
			.stubFor(delete(directory).inScenario("outage").whenScenarioStateIs("over").willReturn(okJson("{}")));
		try (ScalekitClients clients = ScalekitClients
			.builder(scalekit.url(), scalekit.clientId(), scalekit.clientSecret())
			.build()) {
			OwnContract.DirectorySetupClient directories = new OwnContract().directorySetupClient(clients);
			assertThat(directories.create("org_1", "SCIM", "OKTA"))
				.isEqualTo(new OwnContract.NewDirectory("dir_1", "OKTA", null));
			directories.delete("org_1", "dir_1");
		}
		assertThat(unpublished.getAllScenarios().getScenarios()).singleElement()
			.satisfies((outage) -> assertThat(outage.getState()).isEqualTo("over"));
	}

}
