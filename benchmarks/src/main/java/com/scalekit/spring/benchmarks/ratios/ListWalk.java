package com.scalekit.spring.benchmarks.ratios;

import java.util.stream.Stream;

import com.scalekit.spring.benchmarks.process.Memory;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

/**
 * Walks the list of an environment to its end, in a JVM of its own.
 */
public final class ListWalk {

	private static final int ORGANIZATIONS_PER_SAMPLE = 20_000;

	private long organizations;

	private long usedAtFirst;

	private long usedAtMost;

	private ListWalk() {
	}

	public static void main(String[] arguments) {
		ListWalk walk = new ListWalk();
		long start = System.nanoTime();
		try (ScalekitClients clients = ScalekitClients.builder(arguments[1], "skc_1234", "test_secret").build()) {
			if (arguments[0].equals("OrganizationsClient")) {
				try (Stream<Organization> all = clients.create(OrganizationsClient.class).all()) {
					all.forEach(walk::visit);
				}
			}
			else {
				clients.create(ReactiveOrganizationsClient.class).all().doOnNext(walk::visit).blockLast();
			}
		}
		System.out.printf("%s,%d,%d,%d,%.1f%n", arguments[0], walk.organizations, walk.usedAtFirst, walk.usedAtMost,
				(System.nanoTime() - start) / 1e9);
		System.exit(0);
	}

	private void visit(Organization organization) {
		if (++this.organizations % ORGANIZATIONS_PER_SAMPLE == 0) {
			long used = Memory.usedKilobytesAfterCollection();
			this.usedAtFirst = (this.usedAtFirst == 0) ? used : this.usedAtFirst;
			this.usedAtMost = Math.max(this.usedAtMost, used);
		}
	}

}
