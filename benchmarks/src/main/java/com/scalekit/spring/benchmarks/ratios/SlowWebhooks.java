package com.scalekit.spring.benchmarks.ratios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.scalekit.spring.benchmarks.process.JavaProcess;
import com.scalekit.spring.benchmarks.webhooks.Delivery;
import com.scalekit.spring.benchmarks.webhooks.SlowSenders;
import com.scalekit.spring.benchmarks.webhooks.WebhookApplication;

/**
 * The memory of an application while senders do not end their bodies, and whether it
 * still answers others.
 */
final class SlowWebhooks implements Comparison {

	private static final List<String> OPTIONS = List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError");

	private static final int DELIVERIES = 20;

	private static final int SIZE = 4096;

	private static final Duration SETTLING = Duration.ofSeconds(5);

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final int TRICKLE = 1024;

	private static final int ALMOST_ALL = 195 * 1024;

	@Override
	public void run() throws Exception {
		MarkdownTable table = new MarkdownTable("Senders of 200 KB that do not end, with -Xmx64m", "", "senders",
				"sent by all, kB", "heap after collection without, kB", "with, kB", "resident without, kB", "with, kB",
				"deliveries answered", "slowest, ms");
		for (String stack : List.of("servlet", "reactive")) {
			measure(table, stack, 150, TRICKLE);
			measure(table, stack, 1000, TRICKLE);
			measure(table, stack, 1000, ALMOST_ALL);
		}
	}

	private static void measure(MarkdownTable table, String stack, int count, int beginning) throws Exception {
		try (JavaProcess application = JavaProcess.start(WebhookApplication.class, OPTIONS,
				List.of("--spring.main.web-application-type=" + stack, "--spring.main.banner-mode=off",
						"--server.port=0", "--scalekit.webhook.secret=" + Delivery.SECRET))) {
			int port = Integer.parseInt(application.readLine());
			deliver(port);
			Usage without = Usage.of(application);
			try (SlowSenders senders = new SlowSenders(port, count, beginning)) {
				Thread.sleep(SETTLING.toMillis());
				List<Long> answered = deliver(port);
				long sent = senders.sentKilobytes();
				Usage with = Usage.of(application);
				table.row(stack, count, sent, without.heap(), with.heap(), without.resident(), with.resident(),
						answered.size() + "/" + DELIVERIES,
						answered.stream().mapToLong(Long::longValue).max().orElse(0));
			}
		}
	}

	/**
	 * Returns how long those deliveries took that were answered. Gives up after the first
	 * one that was not.
	 */
	private static List<Long> deliver(int port) throws InterruptedException {
		HttpClient client = HttpClient.newHttpClient();
		List<Long> millis = new ArrayList<>();
		for (int i = 0; i < DELIVERIES; i++) {
			Delivery delivery = Delivery.create(i, SIZE);
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/scalekit/webhooks"))
				.timeout(TIMEOUT)
				.header("Content-Type", "application/json")
				.header("webhook-id", delivery.id())
				.header("webhook-timestamp", delivery.timestamp())
				.header("webhook-signature", delivery.signature())
				.POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()))
				.build();
			long start = System.nanoTime();
			try {
				if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
					return millis;
				}
			}
			catch (IOException ex) {
				return millis;
			}
			millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
		}
		return millis;
	}

	/**
	 * The memory of a process in kilobytes, or that it has run out of memory.
	 */
	private record Usage(String heap, String resident) {

		private static final Usage OUT_OF_MEMORY = new Usage("out of memory", "");

		private static Usage of(JavaProcess application) {
			try {
				application.writeLine("memory");
				return new Usage(application.readLine(), application.readLine());
			}
			catch (UncheckedIOException | IllegalStateException ex) {
				return OUT_OF_MEMORY;
			}
		}

	}

}
