package com.example.console.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.organizations.NewOrganization;

/**
 * Some thousand organizations, the way a company may have them after some years.
 */
final class SampleOrganizations {

	private static final Duration AGE = Duration.ofDays(900);

	private static final List<String> PLANS = List.of("enterprise", "growth", "starter");

	private SampleOrganizations() {
	}

	static void addTo(ScalekitServer scalekit) {
		Instant first = Instant.now().minus(AGE);
		List<String> names = names();
		for (int i = 0; i < names.size(); i++) {
			NewOrganization organization = organization(names.get(i), i);
			scalekit.at(first.plus(AGE.multipliedBy(i).dividedBy(names.size())),
					() -> scalekit.organizations().add(organization));
		}
	}

	static List<String> names() {
		return List.of(World.read("organizations.json", String[].class));
	}

	private static NewOrganization organization(String name, int number) {
		NewOrganization organization = NewOrganization.named(name);
		if (number % 6 != 3) {
			organization.externalId("tenant-" + (1001 + number));
		}
		if (number % 3 != 2) {
			organization.feature("sso");
		}
		if (number % 4 == 1) {
			organization.feature("dir_sync");
		}
		return organization.metadata("plan", PLANS.get(number % PLANS.size()));
	}

}
