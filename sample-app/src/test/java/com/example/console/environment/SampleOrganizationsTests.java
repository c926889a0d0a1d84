package com.example.console.environment;

import org.junit.jupiter.api.Test;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

class SampleOrganizationsTests {

	@Test
	void areThousands() {
		try (ScalekitServer scalekit = ScalekitServer.start()) {
			SampleOrganizations.addTo(scalekit);
			assertThat(scalekit.organizations().count()).isEqualTo(3036);
		}
	}

	@Test
	void haveNamesOfTheirOwn() {
		assertThat(SampleOrganizations.names()).hasSize(3036)
			.doesNotHaveDuplicates()
			.startsWith("Alder & Finch Architects");
	}

}
