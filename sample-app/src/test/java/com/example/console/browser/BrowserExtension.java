package com.example.console.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.example.console.SignedIn;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.util.FileSystemUtils;

import com.scalekit.spring.test.ScalekitServer;

/**
 * Starts one browser for all tests, in which an administrator is signed in. Nothing is
 * downloaded: browser and driver are those in the path.
 */
class BrowserExtension implements ExecutionCondition, BeforeEachCallback, ParameterResolver {

	private static final Log logger = LogFactory.getLog(BrowserExtension.class);

	private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

	private static final AtomicBoolean announced = new AtomicBoolean();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (browser().isPresent() && driver().isPresent()) {
			return ConditionEvaluationResult.enabled("There is a browser");
		}
		String missing = "There is no Chromium or Chrome with chromedriver in the path";
		if (isRequired()) {
			throw new IllegalStateException(missing + ", but the browser tests are required");
		}
		if (announced.compareAndSet(false, true)) {
			logger.warn(missing + ": the browser tests are skipped");
		}
		return ConditionEvaluationResult.disabled(missing);
	}

	private static boolean isRequired() {
		return Boolean.getBoolean("browser.required") || Boolean.parseBoolean(System.getenv("BROWSER_REQUIRED"));
	}

	/**
	 * Sign in before a test removes everyone.
	 */
	@Override
	public void beforeEach(ExtensionContext context) {
		session(context);
	}

	private static String session(ExtensionContext context) {
		return SignedIn.administrator(SpringExtension.getApplicationContext(context).getBean(ScalekitServer.class),
				port(context));
	}

	private static int port(ExtensionContext context) {
		return SpringExtension.getApplicationContext(context)
			.getEnvironment()
			.getRequiredProperty("local.server.port", Integer.class);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browser.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Browser browser = context.getRoot()
			.getStore(ExtensionContext.Namespace.create(BrowserExtension.class))
			.computeIfAbsent(RunningBrowser.class)
			.browser();
		browser.reset();
		return browser.at(port(context)).withSession(session(context));
	}

	private static Optional<Path> browser() {
		return BROWSERS.stream().map(BrowserExtension::find).flatMap(Optional::stream).findFirst();
	}

	private static Optional<Path> driver() {
		return find("chromedriver");
	}

	private static Optional<Path> find(String command) {
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.filter((directory) -> !directory.isEmpty())
			.map((directory) -> Path.of(directory, command))
			.filter(Files::isExecutable)
			.findFirst();
	}

	static class RunningBrowser implements AutoCloseable {

		private final Path userData;

		private final Browser browser;

		RunningBrowser() {
			try {
				this.userData = Files.createTempDirectory("browser");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			ChromeDriverService service = new ChromeDriverService.Builder()
				.usingDriverExecutable(driver().orElseThrow().toFile())
				.usingAnyFreePort()
				.build();
			Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE);
			ChromeOptions options = new ChromeOptions().setBinary(BrowserExtension.browser().orElseThrow().toFile())
				.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync",
						"--disable-dev-shm-usage", "--hide-scrollbars", "--window-size=1280,800",
						"--user-data-dir=" + this.userData);
			options.setCapability(ChromeOptions.LOGGING_PREFS, Map.of(LogType.BROWSER, "WARNING"));
			this.browser = new Browser(new ChromeDriver(service, options));
		}

		Browser browser() {
			return this.browser;
		}

		@Override
		public void close() throws IOException {
			this.browser.quit();
			FileSystemUtils.deleteRecursively(this.userData);
		}

	}

}
