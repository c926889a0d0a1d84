package com.scalekit.spring.boot.autoconfigure.inbound;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import com.scalekit.spring.servers.PostgresServer;
import com.scalekit.spring.servers.RedisServer;
import com.scalekit.spring.webhooks.jdbc.JdbcWebhookInbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A servlet and a reactive application in two processes, on one inbox. Each event is
 * delivered three times at once, to either of them. The first one is killed half-way,
 * while it handles events. What is not answered with success is delivered again, as
 * Scalekit does.
 */
class TwoProcessesTests {

	private static final List<String> EVENTS = IntStream.range(0, 1000).mapToObj((i) -> "evt_" + i).toList();

	@Test
	void onOneDatabase() throws Exception {
		PostgresServer server = PostgresServer.start();
		try {
			DriverManagerDataSource dataSource = new DriverManagerDataSource(server.url(), "test", "");
			new ResourceDatabasePopulator(new ClassPathResource("schema-postgresql.sql", JdbcWebhookInbox.class))
				.execute(dataSource);
			JdbcTemplate jdbc = new JdbcTemplate(dataSource);
			jdbc.execute(InstanceApplication.TABLE);
			Run run = run("--scalekit.webhook.inbox=jdbc", "--spring.datasource.url=" + server.url(),
					"--spring.datasource.username=test");
			List<Handling> handlings = jdbc.query("SELECT EVENT_ID, INSTANCE FROM HANDLED",
					(row, number) -> new Handling(row.getString(1), row.getString(2)));
			report("PostgreSQL", run, handlings);
			assertThat(handlings).extracting(Handling::eventId).containsExactlyInAnyOrderElementsOf(EVENTS);
			assertThat(instances(handlings)).containsExactlyInAnyOrder(run.killed(), run.survivor());
			assertThat(handlings).filteredOn((handling) -> run.handledWhenKilled().contains(handling.eventId()))
				.hasSameSizeAs(run.handledWhenKilled())
				.extracting(Handling::instance)
				.containsOnly(run.survivor());
			assertThat(jdbc.queryForList("SELECT EVENT_ID FROM SCALEKIT_WEBHOOK_EVENT", String.class))
				.containsExactlyInAnyOrderElementsOf(EVENTS);
		}
		finally {
			server.stop();
		}
	}

	/**
	 * Redis does not know of the work of listeners: what the killed process had begun,
	 * and nothing else, is handled twice.
	 */
	@Test
	void onOneRedis() throws Exception {
		RedisServer server = RedisServer.start();
		LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1", server.port());
		try {
			connections.afterPropertiesSet();
			connections.start();
			Run run = run("--scalekit.webhook.inbox=redis", "--spring.data.redis.host=127.0.0.1",
					"--spring.data.redis.port=" + server.port());
			List<Handling> handlings = new StringRedisTemplate(connections).opsForList()
				.range(InstanceApplication.LIST, 0, -1)
				.stream()
				.map((line) -> line.split(" "))
				.map((words) -> new Handling(words[0], words[1]))
				.toList();
			report("Redis", run, handlings);
			assertThat(handlings).extracting(Handling::eventId).containsAll(EVENTS);
			assertThat(instances(handlings)).containsExactlyInAnyOrder(run.killed(), run.survivor());
			assertThat(run.unanswered()).hasSizeLessThanOrEqualTo(Sender.THREADS);
			assertThat(repeated(handlings)).containsAll(run.handledWhenKilled())
				.isSubsetOf(run.unanswered())
				.allSatisfy(
						(eventId) -> assertThat(handlings).filteredOn((handling) -> handling.eventId().equals(eventId))
							.extracting(Handling::instance)
							.containsExactly(run.killed(), run.survivor()));
		}
		finally {
			connections.destroy();
			server.stop();
		}
	}

	private static Run run(String... arguments) throws Exception {
		long start = System.nanoTime();
		try (Instance first = Instance.start(Stack.MVC, arguments);
				Instance second = Instance.start(Stack.WEBFLUX, arguments);
				Sender sender = new Sender(List.of(first.http(), second.http()))) {
			Duration startUp = Duration.ofNanos(System.nanoTime() - start);
			sender.deliver(EVENTS);
			sender.awaitHalf();
			List<String> handledWhenKilled = first.killWhileHandling();
			sender.awaitAll();
			Duration all = Duration.ofNanos(System.nanoTime() - start);
			return new Run(first.name(), second.name(), Set.copyOf(handledWhenKilled), sender.unanswered(0),
					sender.responses(), startUp, all);
		}
	}

	private static Set<String> instances(List<Handling> handlings) {
		return handlings.stream().map(Handling::instance).collect(Collectors.toSet());
	}

	/**
	 * The events that were handled more than once.
	 */
	private static Set<String> repeated(List<Handling> handlings) {
		Set<String> events = new HashSet<>();
		return handlings.stream()
			.map(Handling::eventId)
			.filter((eventId) -> !events.add(eventId))
			.collect(Collectors.toSet());
	}

	private static void report(String inbox, Run run, List<Handling> handlings) {
		System.out.printf("%s: %d events, %d of them handled twice; responses by status (0: none) %s; "
				+ "%d unanswered when killed, %d of them stuck in the listener; %d ms, %d ms of them to start%n", inbox,
				EVENTS.size(), repeated(handlings).size(), run.responses(), run.unanswered().size(),
				run.handledWhenKilled().size(), run.all().toMillis(), run.startUp().toMillis());
	}

	private record Handling(String eventId, String instance) {

	}

	private record Run(String killed, String survivor, Set<String> handledWhenKilled, Set<String> unanswered,
			Map<Integer, Integer> responses, Duration startUp, Duration all) {

	}

}
