package com.scalekit.spring.benchmarks.ratios;

import java.util.List;

import com.scalekit.spring.benchmarks.process.JavaProcess;
import com.scalekit.spring.benchmarks.server.ServerProcess;
import com.scalekit.spring.benchmarks.server.ServerSettings;

/**
 * The memory it takes to walk a long list in a small heap.
 */
final class ListMemory implements Comparison {

	private static final int ORGANIZATIONS = 1_000_000;

	@Override
	public void run() {
		MarkdownTable table = new MarkdownTable("all() over %d organizations with -Xmx64m".formatted(ORGANIZATIONS), "",
				"organizations read", "used heap after collection at the start, kB", "at most, kB", "seconds");
		try (ServerProcess server = ServerProcess.start(ServerSettings.steady().withOrganizations(ORGANIZATIONS))) {
			for (String client : List.of("OrganizationsClient", "ReactiveOrganizationsClient")) {
				try (JavaProcess walk = JavaProcess.start(ListWalk.class, List.of("-Xmx64m"),
						List.of(client, server.url()))) {
					table.row((Object[]) walk.readLine().split(","));
				}
			}
		}
	}

}
