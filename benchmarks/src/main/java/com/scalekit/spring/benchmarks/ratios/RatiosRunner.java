package com.scalekit.spring.benchmarks.ratios;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.Assert;

import com.scalekit.spring.benchmarks.server.LocalCertificate;

/**
 * Compares the clients side by side and prints Markdown tables.
 */
public final class RatiosRunner {

	private static final Map<String, Comparison> COMPARISONS = new LinkedHashMap<>();

	static {
		COMPARISONS.put("calls", new CallCosts());
		COMPARISONS.put("refresh", new TokenRefresh());
		COMPARISONS.put("outage", new FullOutage());
		COMPARISONS.put("tokens", new ColdStart());
		COMPARISONS.put("list", new ListMemory());
		COMPARISONS.put("first-answer", new FirstAnswer());
		COMPARISONS.put("startup", new StartUp());
		COMPARISONS.put("webhooks", new WebhookCosts());
		COMPARISONS.put("access-tokens", new AccessTokenCosts());
		COMPARISONS.put("slow-webhooks", new SlowWebhooks());
	}

	private RatiosRunner() {
	}

	/**
	 * Run comparisons.
	 * @param arguments the names of the comparisons, all of them if there is none
	 * @throws Exception if a comparison cannot be made
	 */
	public static void main(String[] arguments) throws Exception {
		LocalCertificate.trust();
		for (String name : (arguments.length > 0) ? List.of(arguments) : COMPARISONS.keySet()) {
			Comparison comparison = COMPARISONS.get(name);
			Assert.notNull(comparison, () -> "There is no comparison '" + name + "', but " + COMPARISONS.keySet());
			comparison.run();
		}
	}

}
