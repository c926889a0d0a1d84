package com.scalekit.spring.test.server;

/**
 * A page for a person. It needs no script and nothing from elsewhere.
 */
public final class HtmlPage {

	private static final String LAYOUT = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<meta name="color-scheme" content="light dark">
			<title>%s</title>
			<style>
			:root { --back: #f3f4f7; --card: #fff; --text: #1b1f2a; --soft: #5b6372; --line: #dfe2e8; --accent: #3b4fd8;
				--accent-text: #fff; --warn: #a32020; }
			@media (prefers-color-scheme: dark) {
				:root { --back: #12141a; --card: #1c1f28; --text: #eceef3; --soft: #a3abba; --line: #343946;
					--accent: #93a1ff; --accent-text: #12141a; --warn: #ff9d9d; }
			}
			* { box-sizing: border-box; }
			body { margin: 0; padding: 2rem 1rem; background: var(--back); color: var(--text);
				font: 16px/1.5 system-ui, sans-serif; }
			main { max-width: 34rem; margin: 0 auto; }
			h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
			p { margin: .25rem 0 1rem; color: var(--soft); }
			.error { color: var(--warn); }
			ul { list-style: none; margin: 0 0 1.5rem; padding: 0; }
			.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1rem;
				margin-bottom: .75rem; }
			.card p { margin: 0 0 .5rem; overflow-wrap: anywhere; }
			.card strong { display: block; overflow-wrap: anywhere; }
			button { display: block; width: 100%%; min-height: 44px; margin-top: .5rem; padding: .5rem .75rem; font: inherit;
				text-align: left; color: var(--text); background: transparent; border: 1px solid var(--line);
				border-radius: 8px; cursor: pointer; overflow-wrap: anywhere; }
			button:hover, button:focus-visible { border-color: var(--accent); outline: 2px solid var(--accent);
				outline-offset: 1px; }
			button.main { color: var(--accent-text); background: var(--accent); border-color: var(--accent);
				text-align: center; }
			button small { color: var(--soft); }
			label { display: block; font-weight: 600; }
			input { width: 100%%; min-height: 44px; padding: .5rem .75rem; font: inherit; color: var(--text);
				background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
			table { width: 100%%; border-collapse: collapse; font-size: .9rem; table-layout: fixed; }
			th, td { text-align: left; vertical-align: top; padding: .35rem .25rem; border-top: 1px solid var(--line);
				overflow-wrap: anywhere; }
			th { width: 40%%; font-weight: 400; color: var(--soft); }
			summary { cursor: pointer; color: var(--soft); min-height: 44px; }
			</style>
			</head>
			<body>
			<main>
			%s
			</main>
			</body>
			</html>
			""";

	private HtmlPage() {
	}

	/**
	 * Return a page.
	 * @param title the title
	 * @param content the HTML of the page
	 * @return the response
	 */
	public static ApiResponse ok(String title, String content) {
		return html(200, title, content);
	}

	/**
	 * Return a page that tells what is wrong.
	 * @param message what is wrong
	 * @return the response
	 */
	public static ApiResponse error(String message) {
		return error(400, message);
	}

	/**
	 * Return a page that tells what is wrong.
	 * @param status the status of the response
	 * @param message what is wrong
	 * @return the response
	 */
	public static ApiResponse error(int status, String message) {
		return html(status, "Something is wrong", """
				<h1>Something is wrong</h1>
				<p class="error">%s</p>
				""".formatted(escape(message)));
	}

	private static ApiResponse html(int status, String title, String content) {
		return ApiResponse.html(status, LAYOUT.formatted(escape(title), content))
			.withHeader("Content-Security-Policy",
					"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
			.withHeader("Referrer-Policy", "no-referrer");
	}

	/**
	 * Send a person to another address.
	 * @param location the address
	 * @return the response
	 */
	public static ApiResponse redirect(String location) {
		return ApiResponse.empty(303).withHeader("Location", location).uncacheable();
	}

	/**
	 * Escape a text for HTML.
	 * @param text the text
	 * @return the text as it is written in HTML, between tags or in an attribute
	 */
	public static String escape(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

}
