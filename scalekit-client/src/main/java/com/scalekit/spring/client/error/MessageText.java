package com.scalekit.spring.client.error;

import java.net.URI;
import java.util.regex.Pattern;

import org.springframework.util.StringUtils;

/**
 * Makes text that comes from elsewhere fit for the message of an exception: a single line
 * of limited length.
 */
final class MessageText {

	private static final Pattern LINE_BREAKS_AND_CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

	private static final int MAX_URI_LENGTH = 500;

	private MessageText() {
	}

	static String of(String text, int maxLength) {
		String start = text.substring(0, Math.min(text.length(), maxLength + 1));
		return StringUtils.truncate(LINE_BREAKS_AND_CONTROLS.matcher(start).replaceAll(" "), maxLength);
	}

	/**
	 * The URI without its query, which may hold personal data.
	 */
	static String of(URI uri) {
		String text = uri.toString();
		int query = text.indexOf('?');
		return of((query < 0) ? text : text.substring(0, query), MAX_URI_LENGTH);
	}

}
