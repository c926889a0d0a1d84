package com.example.console.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A class of tests with a console, its in-memory environment, and a real browser as a
 * {@link Browser} parameter. They are skipped where there is no Chromium or Chrome with
 * its driver, unless the system property {@code browser.required} or the environment
 * variable {@code BROWSER_REQUIRED} is {@code true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "scalekit.environment-url=")
@ExtendWith(BrowserExtension.class)
@interface BrowserTest {

}
