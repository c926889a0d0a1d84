package com.example.builders;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.example.test.ApplicationTests;
import com.example.test.RunningApplication;

import static org.assertj.core.api.Assertions.assertThat;

class BuildersApplicationTests extends ApplicationTests {

	BuildersApplicationTests() {
		super(BuildersApplication.class);
	}

	@Test
	void clientsUseNoneOfTheBuilders() throws Exception {
		this.scalekit.organizations().add("Acme");
		assertThat(this.with.get("/organizations").body()).isEqualTo("1");
	}

	@ParameterizedTest
	@MethodSource("both")
	void clientOfTheApplicationKeepsItsName(RunningApplication application) throws Exception {
		assertThat(application.get("/partner-organizations").body()).isEqualTo("Partner");
		assertThat(application.context().getBean("organizationsClient"))
			.isInstanceOf(BuildersApplication.PartnerOrganizations.class);
	}

}
