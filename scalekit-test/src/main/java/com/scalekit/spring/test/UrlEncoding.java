package com.scalekit.spring.test;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decodes paths, query strings and forms without forgiving anything: an escape that is
 * incomplete or not UTF-8 is an {@link IllegalArgumentException}.
 */
final class UrlEncoding {

	private UrlEncoding() {
	}

	static String decodePathSegment(String segment) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
		int position = 0;
		while (position < segment.length()) {
			int codePoint = segment.codePointAt(position);
			if (codePoint == '%') {
				bytes.write(hexDigit(segment, position + 1) << 4 | hexDigit(segment, position + 2));
				position += 3;
			}
			else {
				bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
				position += Character.charCount(codePoint);
			}
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("not UTF-8", ex);
		}
	}

	static Map<String, List<String>> decodeForm(String form) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		for (String parameter : form.split("&")) {
			if (!parameter.isEmpty()) {
				int equals = parameter.indexOf('=');
				String name = (equals < 0) ? parameter : parameter.substring(0, equals);
				String value = (equals < 0) ? "" : parameter.substring(equals + 1);
				parameters.computeIfAbsent(decodeFormValue(name), (key) -> new ArrayList<>())
					.add(decodeFormValue(value));
			}
		}
		return parameters;
	}

	private static String decodeFormValue(String value) {
		return decodePathSegment(value.replace('+', ' '));
	}

	private static int hexDigit(String value, int index) {
		int digit = (index < value.length()) ? Character.digit(value.charAt(index), 16) : -1;
		if (digit < 0) {
			throw new IllegalArgumentException("invalid percent-encoding");
		}
		return digit;
	}

}
