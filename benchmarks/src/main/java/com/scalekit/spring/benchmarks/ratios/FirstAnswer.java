package com.scalekit.spring.benchmarks.ratios;

import java.util.List;

import com.scalekit.spring.benchmarks.process.Launch;
import com.scalekit.spring.benchmarks.server.LocalCertificate;
import com.scalekit.spring.benchmarks.server.ServerProcess;
import com.scalekit.spring.benchmarks.server.ServerSettings;
import com.scalekit.spring.benchmarks.startup.FirstList;

/**
 * How long a JVM takes from its start to the first list of organizations, including the
 * access token.
 */
final class FirstAnswer implements Comparison {

	@Override
	public void run() {
		measure("plain HTTP", ServerSettings.steady());
		measure("TLS", ServerSettings.steady().withTls());
	}

	private static void measure(String protocol, ServerSettings settings) {
		try (ServerProcess server = ServerProcess.start(settings)) {
			Launches.compare("First answer in a fresh JVM, " + protocol, FirstList.WEB_CLIENT,
					FirstList.ORGANIZATIONS_CLIENT,
					(variant) -> Launch.of(FirstList.class, System.getProperty("java.class.path"),
							LocalCertificate.trustStoreOptions(), List.of(variant, server.url())));
		}
	}

}
