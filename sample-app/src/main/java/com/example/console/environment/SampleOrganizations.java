package com.example.console.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;

import com.scalekit.spring.test.organizations.NewOrganization;
import com.scalekit.spring.test.organizations.Organizations;

/**
 * Some thousand organizations, the way a company may have them after some years.
 */
final class SampleOrganizations {

	private static final List<String> FIRST = lines("organizations.txt");

	private static final List<String> NAMES = lines("names.txt");

	private static final List<String> TRADES = lines("trades.txt");

	private static final List<String> PLANS = List.of("enterprise", "growth", "starter");

	private static final Duration AGE_OF_FIRST = Duration.ofDays(900);

	private static final Duration BETWEEN = Duration.ofHours(7);

	private SampleOrganizations() {
	}

	private static List<String> lines(String file) {
		try {
			return new ClassPathResource("environment/" + file).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Add them as if they had been created one after the other.
	 */
	static void addTo(Organizations organizations, PastClock clock) {
		List<String> names = names();
		for (int i = 0; i < names.size(); i++) {
			clock.goBack(AGE_OF_FIRST.minus(BETWEEN.multipliedBy(i)));
			organizations.add(organization(names.get(i), i));
		}
		clock.goBack(Duration.ZERO);
	}

	static List<String> names() {
		IntStream numbers = IntStream.range(0, NAMES.size() * TRADES.size());
		return Stream.concat(FIRST.stream(), numbers.mapToObj(SampleOrganizations::name)).toList();
	}

	/**
	 * Return a name, each of them once, and neighbours that have nothing in common.
	 */
	private static String name(int number) {
		int mixed = (number * 1009) % (NAMES.size() * TRADES.size());
		return NAMES.get(mixed / TRADES.size()) + " " + TRADES.get(mixed % TRADES.size());
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
