package com.example.console.browser;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A browser in front of a console, used by what a person sees: the names of links,
 * buttons and fields. What follows a link or presses a button waits for the next page.
 */
final class Browser {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ChromeDriver driver;

	private final FluentWait<WebDriver> wait;

	private String url = "";

	Browser(ChromeDriver driver) {
		this.driver = driver;
		// While a page goes away, questions about it may fail
		this.wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(20)).ignoring(WebDriverException.class);
	}

	/**
	 * Forget what an earlier test has done.
	 */
	void reset() {
		this.driver.get("about:blank");
		complaints();
		this.driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
		this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
		this.driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
		inZone("");
	}

	Browser at(int port) {
		this.url = "http://localhost:" + port;
		return this;
	}

	/**
	 * Be signed in already.
	 */
	Browser withSession(String cookie) {
		this.driver.executeCdpCommand("Network.setCookie",
				Map.of("name", "JSESSIONID", "value", cookie, "url", this.url, "httpOnly", true, "sameSite", "Lax"));
		return this;
	}

	Browser signedOut() {
		this.driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
		return this;
	}

	Browser open(String path) {
		this.driver.get(path.startsWith("http") ? path : this.url + path);
		return this;
	}

	Browser follow(String link) {
		return click(By.xpath("//a[contains(normalize-space(.), %s)]".formatted(quoted(link))));
	}

	Browser press(String button) {
		return click(By.xpath("//button[not(@aria-hidden)][contains(normalize-space(.), %1$s) or @aria-label=%1$s]"
			.formatted(quoted(button))));
	}

	Browser click(By element) {
		return andWait(this.driver.findElement(element)::click);
	}

	/**
	 * Press a key where the focus is, and wait for the next page.
	 */
	Browser key(Keys key) {
		return andWait(() -> type(key));
	}

	Browser type(CharSequence... keys) {
		awaitPaint();
		new Actions(this.driver).sendKeys(keys).perform();
		return this;
	}

	/**
	 * Before a page is painted, it may not have its layout, and keys may be lost.
	 */
	private void awaitPaint() {
		await(() -> Boolean.TRUE.equals(script("return performance.getEntriesByType('paint').length > 0")));
	}

	/**
	 * Return the width of the page, which is that of the window unless something does not
	 * fit.
	 */
	int width() {
		awaitPaint();
		return ((Number) script("return Math.max(document.documentElement.scrollWidth, window.innerWidth)")).intValue();
	}

	private Browser andWait(Runnable action) {
		WebElement page = this.driver.findElement(By.tagName("html"));
		action.run();
		this.wait.until(ExpectedConditions.stalenessOf(page));
		await(() -> "complete".equals(script("return document.readyState")));
		return this;
	}

	Browser enter(String label, String value) {
		WebElement field = field(label);
		field.clear();
		field.sendKeys(value);
		return this;
	}

	Browser choose(String label) {
		field(label).click();
		return this;
	}

	Browser select(String label, String option) {
		new Select(field(label)).selectByVisibleText(option);
		return this;
	}

	String valueOf(String label) {
		return String.valueOf(field(label).getDomProperty("value"));
	}

	boolean isChosen(String label) {
		return field(label).isSelected();
	}

	/**
	 * Find a field by its accessible name.
	 */
	WebElement field(String label) {
		return this.driver.findElements(By.cssSelector("input, select, textarea"))
			.stream()
			.filter((field) -> field.isDisplayed() && field.getAccessibleName().startsWith(label))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No field is named " + label));
	}

	List<WebElement> elements(String selector) {
		return this.driver.findElements(By.cssSelector(selector));
	}

	WebElement element(String selector) {
		return this.driver.findElement(By.cssSelector(selector));
	}

	String text(String selector) {
		List<String> texts = texts(selector);
		return texts.isEmpty() ? "" : texts.get(0);
	}

	List<String> texts(String selector) {
		return readAll("[...document.querySelectorAll(arguments[0])].map((element) => element.innerText.trim())",
				selector);
	}

	List<String> attributes(String name) {
		return readAll("[...document.querySelectorAll(`[${arguments[0]}]`)]"
				+ ".map((element) => element.getAttribute(arguments[0]))", name);
	}

	/**
	 * Read all at one moment, as a page may change while it is read.
	 */
	@SuppressWarnings("unchecked")
	private List<String> readAll(String expression, String argument) {
		return (List<String>) Objects.requireNonNull(this.driver.executeScript("return " + expression, argument));
	}

	boolean has(String link) {
		return !this.driver.findElements(By.partialLinkText(link)).isEmpty();
	}

	String title() {
		return String.valueOf(this.driver.getTitle());
	}

	String address() {
		return String.valueOf(this.driver.getCurrentUrl());
	}

	String path() {
		return URI.create(address()).getPath();
	}

	String source() {
		return String.valueOf(this.driver.getPageSource());
	}

	int status() {
		return ((Number) script("return performance.getEntriesByType('navigation')[0].responseStatus")).intValue();
	}

	WebElement focused() {
		return this.driver.switchTo().activeElement();
	}

	Object script(String script) {
		return Objects.requireNonNull(this.driver.executeScript(script), "No result");
	}

	/**
	 * What the browser complains about, such as a violated content security policy.
	 */
	List<String> complaints() {
		return this.driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::getMessage).toList();
	}

	/**
	 * Let downloads arrive in a directory.
	 */
	Browser downloadTo(Path directory) {
		this.driver.executeCdpCommand("Browser.setDownloadBehavior",
				Map.of("behavior", "allow", "downloadPath", directory.toString()));
		return this;
	}

	/**
	 * Let pages use the clipboard, which a person is asked for.
	 */
	Browser allowClipboard() {
		this.driver.executeCdpCommand("Browser.grantPermissions",
				Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
		return this;
	}

	String clipboard() {
		return String.valueOf(script("return navigator.clipboard.readText()"));
	}

	void await(Supplier<Boolean> condition) {
		this.wait.until((driver) -> condition.get());
	}

	/**
	 * Switch to the tab that was opened last, and back when it has been looked at.
	 */
	void inNewTab(Runnable look) {
		String tab = this.driver.getWindowHandle();
		await(() -> this.driver.getWindowHandles().size() == 2);
		this.driver.getWindowHandles()
			.stream()
			.filter((handle) -> !handle.equals(tab))
			.forEach((handle) -> this.driver.switchTo().window(handle));
		look.run();
		this.driver.close();
		this.driver.switchTo().window(tab);
	}

	Browser size(int width, int height) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
		return this;
	}

	/**
	 * Be in another time zone, or in that of the system if there is no name.
	 */
	Browser inZone(String name) {
		this.driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", name));
		return this;
	}

	Browser light() {
		return inColours("light");
	}

	Browser dark() {
		return inColours("dark");
	}

	private Browser inColours(String scheme) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
		return this;
	}

	Browser withoutScripts() {
		this.driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
		return this;
	}

	/**
	 * What axe finds on the page, if many people could not use it.
	 */
	List<Rule> barriers() {
		return new AxeBuilder().analyze(this.driver)
			.getViolations()
			.stream()
			.filter((rule) -> List.of("serious", "critical").contains(rule.getImpact()))
			.toList();
	}

	byte[] screenshot() {
		return this.driver.getScreenshotAs(OutputType.BYTES);
	}

	void quit() {
		this.driver.quit();
	}

	private static String quoted(String text) {
		return text.contains("'") ? '"' + text + '"' : "'" + text + "'";
	}

}
