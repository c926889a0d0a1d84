package com.example.console.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes the picture of the README, if the system property {@code picture} says where it
 * belongs.
 */
@BrowserTest
@EnabledIfSystemProperty(named = "picture", matches = ".+")
class PictureTests {

	@Test
	void isTaken(Browser browser) throws IOException {
		byte[] picture = browser.size(1280, 800).open("/organizations").screenshot();
		Files.write(Path.of(System.getProperty("picture")), picture);
	}

}
