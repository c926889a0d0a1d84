package com.example.console;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import org.htmlunit.HttpMethod;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.htmlunit.util.NameValuePair;

import com.scalekit.spring.test.ScalekitServer;

/**
 * A browser without JavaScript, in front of a console.
 */
public final class PlainBrowser implements AutoCloseable {

	private final WebClient client = new WebClient();

	private final int port;

	private final String url;

	public PlainBrowser(int port) {
		this.port = port;
		this.url = "http://localhost:" + port;
		this.client.getOptions().setJavaScriptEnabled(false);
		this.client.getOptions().setCssEnabled(false);
		this.client.getOptions().setThrowExceptionOnFailingStatusCode(false);
	}

	/**
	 * Use the console as an administrator who has signed in.
	 */
	PlainBrowser asAdministrator(ScalekitServer scalekit) {
		this.client.getCookieManager()
			.addCookie(new Cookie("localhost", "JSESSIONID", SignedIn.administrator(scalekit, this.port), "/", null,
					false));
		return this;
	}

	/**
	 * Send an access token, as a program does.
	 */
	PlainBrowser bearing(String token) {
		this.client.addRequestHeader("Authorization", "Bearer " + token);
		return this;
	}

	String sessionCookie() {
		return this.client.getCookieManager().getCookie("JSESSIONID").getValue();
	}

	public HtmlPage open(String path) throws IOException {
		return this.client.getPage(this.url + path);
	}

	/**
	 * Send a form that is not on any page.
	 */
	int post(String path) throws IOException {
		WebRequest request = new WebRequest(URI.create(this.url + path).toURL(), HttpMethod.POST);
		HtmlInput token = open("/organizations/new").querySelector("[name=_csrf]");
		request.setRequestParameters(List.of(new NameValuePair("_csrf", token.getValue())));
		return this.client.getPage(request).getWebResponse().getStatusCode();
	}

	@Override
	public void close() {
		this.client.close();
	}

	static HtmlPage follow(HtmlPage page, String link) throws IOException {
		return page.getAnchors()
			.stream()
			.filter((anchor) -> anchor.getVisibleText().contains(link))
			.findFirst()
			.orElseThrow()
			.click();
	}

	public static HtmlPage press(HtmlPage page, String button) throws IOException {
		return page.getElementsByTagName("button")
			.stream()
			.map(HtmlButton.class::cast)
			.filter((candidate) -> candidate.getVisibleText().contains(button))
			.findFirst()
			.orElseThrow()
			.click();
	}

	static void enter(HtmlPage page, String id, String value) {
		((HtmlInput) page.getHtmlElementById(id)).setValue(value);
	}

	public static String text(HtmlPage page, String selector) {
		DomElement element = page.querySelector(selector);
		return (element != null) ? element.getVisibleText() : "";
	}

	static List<String> texts(HtmlPage page, String selector) {
		return page.querySelectorAll(selector).stream().map(DomNode::getVisibleText).toList();
	}

}
