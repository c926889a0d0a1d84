package com.scalekit.spring.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import com.scalekit.spring.client.organizations.OrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What the clients write to the log.
 */
class LogTests {

	private final TestApi api = new TestApi();

	private final Logger logger = ((LoggerContext) LoggerFactory.getILoggerFactory())
		.getLogger(LogTests.class.getPackageName());

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void capture() {
		this.log.list = new CopyOnWriteArrayList<>();
		this.log.start();
		this.logger.addAppender(this.log);
		this.logger.setAdditive(false);
		this.logger.setLevel(Level.DEBUG);
	}

	@AfterEach
	void close() {
		this.logger.setLevel(null);
		this.logger.setAdditive(true);
		this.logger.detachAppender(this.log);
		this.api.close();
	}

	@Test
	void clientsAnnounceThemselvesInOneLine() {
		try (ScalekitClients scalekit = this.api.clients().build()) {
			scalekit.create(OrganizationsClient.class);
			assertThat(messages(Level.INFO)).containsExactly("Scalekit clients for %s".formatted(this.api.url()));
		}
	}

	@Test
	void successfulCallIsNoNews() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson("{\"organization\":{\"id\":\"org_1\"}}")));
		call();
		assertThat(this.log.list).extracting(ILoggingEvent::getLoggerName)
			.filteredOn((name) -> name.contains("oauth2") || name.contains("Call"))
			.isEmpty();
		assertThat(messages(Level.INFO)).hasSize(1);
	}

	@Test
	void retryOfACallIsLogged() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(jsonResponse("{}", 503)));
		call();
		assertThat(messages(Level.DEBUG)).hasSize(2);
		assertThat(messages(Level.DEBUG).get(0)).startsWith("Attempt 2 of 3 in ").contains("503");
	}

	@Test
	void retryOfATokenRequestIsLoggedWithoutTheSecret() {
		this.api.stub(post("/oauth/token")
			.willReturn(jsonResponse("{\"error_description\":\"no %s\"}".formatted(TestApi.CLIENT_SECRET), 503)));
		call();
		assertThat(messages(Level.DEBUG)).hasSize(2)
			.allSatisfy((message) -> assertThat(message).contains("503").doesNotContain(TestApi.CLIENT_SECRET));
		assertThat(messages(Level.DEBUG).get(0)).startsWith("Token request 2 of 3 in ");
	}

	@Test
	void refusedTokenIsLogged() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).inScenario("refusal")
			.whenScenarioStateIs(STARTED)
			.willReturn(jsonResponse("{}", 401))
			.willSetStateTo("replaced"));
		this.api.stub(any(urlPathMatching("/api/v1/.*")).inScenario("refusal")
			.whenScenarioStateIs("replaced")
			.willReturn(okJson("{\"organization\":{\"id\":\"org_1\"}}")));
		call();
		assertThat(messages(Level.DEBUG)).containsOnlyOnce("The access token was refused and is replaced");
	}

	private void call() {
		try (ScalekitClients scalekit = this.api.clients().build()) {
			catchThrowable(() -> scalekit.create(OrganizationsClient.class).get("org_1"));
		}
	}

	private List<String> messages(Level level) {
		return this.log.list.stream()
			.filter((event) -> event.getLevel() == level)
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

}
