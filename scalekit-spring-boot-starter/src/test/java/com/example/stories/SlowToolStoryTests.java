package com.example.stories;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.Timeout;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.tools.ExecuteTool;
import com.scalekit.spring.client.tools.ReactiveToolsClient;
import com.scalekit.spring.client.tools.ToolsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A tool takes longer than other calls may. With the default settings, a call may take 30
 * seconds, and wait for data for 10; here, both are shortened.
 */
@SpringBootTest(properties = { "scalekit.request-timeout=600ms", "scalekit.http.read-timeout=300ms",
		"scalekit.retry.max-retries=0" })
@AutoConfigureScalekitServer
class SlowToolStoryTests {

	private static final Duration LONG = Duration.ofSeconds(1);

	@Autowired
	private ScalekitServer scalekit;

	@Test
	void toolMayTakeLongerThanOtherCalls(@Autowired ToolsClient tools, @Autowired OrganizationsClient organizations) {
		this.scalekit.tools().register("report", (params) -> params, (tool) -> tool.takes(LONG));
		assertThat(tools.execute("report", "ann", Map.of("a", 1)).data()).containsEntry("a", 1);
		this.scalekit.next("GET /api/v1/organizations").delays(LONG);
		assertThatExceptionOfType(ScalekitTransportException.class).isThrownBy(organizations::list);
	}

	@Test
	void toolMayTake60Seconds() throws NoSuchMethodException {
		for (Class<?> contract : new Class<?>[] { ToolsClient.class, ReactiveToolsClient.class }) {
			assertThat(contract.getMethod("execute", ExecuteTool.class).getAnnotation(Timeout.class).seconds())
				.isEqualTo(60);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
