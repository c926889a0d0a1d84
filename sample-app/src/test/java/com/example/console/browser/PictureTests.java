package com.example.console.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.test.ScalekitServer;

/**
 * Takes the pictures of the documentation, if the system property {@code pictures} names
 * their directory.
 */
@BrowserTest
@EnabledIfSystemProperty(named = "pictures", matches = ".+")
class PictureTests {

	@Autowired
	private ScalekitServer scalekit;

	@Test
	void areTaken(Browser browser) throws IOException {
		String northwind = "/organizations/" + this.scalekit.users()
			.findByEmail("mara@northwind.example")
			.orElseThrow()
			.memberships()
			.get(0)
			.organizationId();
		browser.size(1280, 800).open("/activity").element("#trouble .button--primary").click();
		wait(browser, Duration.ofSeconds(40));
		browser.element("[formaction$='rate-limit']").click();
		wait(browser, Duration.ofSeconds(20));
		browser.open("/organizations/new").enter("Name", "Example Ltd").press("Create organization");
		for (Map.Entry<String, String> page : Map
			.of("organizations", "/organizations", "users", northwind + "/users", "connections",
					northwind + "/connections", "webhooks", "/webhooks", "activity", "/activity")
			.entrySet()) {
			take(browser.light().open(page.getValue()), page.getKey());
			take(browser.dark().open(page.getValue()), page.getKey() + "-dark");
		}
		browser.withoutScripts().open("/activity").press("Stop calls");
	}

	private static void wait(Browser browser, Duration time) {
		Instant end = Instant.now().plus(time);
		browser.await(() -> Instant.now().isAfter(end));
	}

	private static void take(Browser browser, String name) throws IOException {
		Files.write(Path.of(System.getProperty("pictures"), "console-" + name + ".png"), browser.screenshot());
	}

}
