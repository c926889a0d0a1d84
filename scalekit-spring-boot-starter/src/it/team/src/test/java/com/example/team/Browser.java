package com.example.team;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.htmlunit.HttpMethod;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;

/**
 * A browser without JavaScript.
 */
final class Browser implements AutoCloseable {

	private final WebClient client = new WebClient();

	private final String url;

	private HtmlPage page;

	Browser(int port) {
		this.url = "http://localhost:" + port;
		this.client.getOptions().setJavaScriptEnabled(false);
		this.client.getOptions().setThrowExceptionOnFailingStatusCode(false);
	}

	Browser open(String path) throws IOException {
		this.page = this.client.getPage(this.url + path);
		return this;
	}

	Browser follow(String link) throws IOException {
		this.page = this.page.getAnchorByText(link).click();
		return this;
	}

	Browser enter(String id, String value) {
		((HtmlInput) this.page.getHtmlElementById(id)).setValue(value);
		return this;
	}

	Browser check(String role, boolean checked) {
		HtmlInput box = this.page.querySelector("input[name=roles][value=" + role + "]");
		box.setChecked(checked);
		return this;
	}

	Browser press(String button) throws IOException {
		this.page = this.page.getElementsByTagName("button")
			.stream()
			.filter((candidate) -> candidate.asNormalizedText().equals(button))
			.map(HtmlButton.class::cast)
			.findFirst()
			.orElseThrow()
			.click();
		return this;
	}

	/**
	 * Sends a form that is not on the page, with the token that is.
	 */
	Browser post(String path, String... fields) throws IOException {
		WebRequest request = new WebRequest(URI.create(this.url + path).toURL(), HttpMethod.POST);
		request.setAdditionalHeader("Accept", "text/html");
		HtmlInput token = this.page.querySelector("[name=_csrf]");
		List<NameValuePair> parameters = new ArrayList<>();
		parameters.add(new NameValuePair("_csrf", token.getValue()));
		for (int i = 0; i < fields.length; i += 2) {
			parameters.add(new NameValuePair(fields[i], fields[i + 1]));
		}
		request.setRequestParameters(parameters);
		this.page = this.client.getPage(request);
		return this;
	}

	int status() {
		return this.page.getWebResponse().getStatusCode();
	}

	String path() {
		return this.page.getUrl().getFile();
	}

	String address() {
		return this.page.getUrl().toString();
	}

	boolean has(String selector) {
		return this.page.querySelector(selector) != null;
	}

	String text(String selector) {
		DomElement element = this.page.querySelector(selector);
		return (element != null) ? element.asNormalizedText() : "";
	}

	List<String> texts(String selector) {
		return this.page.querySelectorAll(selector).stream().map(DomNode::asNormalizedText).toList();
	}

	String value(String id) {
		return ((HtmlInput) this.page.getHtmlElementById(id)).getValue();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
