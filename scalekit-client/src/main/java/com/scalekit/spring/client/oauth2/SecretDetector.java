package com.scalekit.spring.client.oauth2;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * Detects a client secret in what a server sends back: as it is, escaped, form-encoded or
 * in Base64, and also a part of it. Only letters and digits are compared, which all of
 * these forms share.
 */
final class SecretDetector {

	/** A part that is shorter may be there by chance. */
	private static final int PART_LENGTH = 8;

	private final List<String> forms;

	SecretDetector(String secret) {
		this.forms = Stream
			.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8),
					UriUtils.encode(secret, StandardCharsets.UTF_8), base64(secret, 0), base64(secret, 1),
					base64(secret, 2))
			.map(SecretDetector::lettersAndDigits)
			.filter(StringUtils::hasLength)
			.toList();
	}

	/**
	 * The number of bytes before the secret decides which characters stand for it. Those
	 * that also stand for what is before or after it are left out.
	 */
	private static String base64(String secret, int offset) {
		String encoded = Base64.getEncoder()
			.withoutPadding()
			.encodeToString((" ".repeat(offset) + secret).getBytes(StandardCharsets.UTF_8));
		int start = (offset > 0) ? offset + 1 : 0;
		return encoded.substring(Math.min(start, encoded.length()), Math.max(start, encoded.length() - 1));
	}

	private static String lettersAndDigits(String text) {
		return text.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

	boolean isIn(String text) {
		String reduced = lettersAndDigits(text);
		return this.forms.stream().flatMap(SecretDetector::parts).anyMatch(reduced::contains);
	}

	private static Stream<String> parts(String form) {
		return (form.length() <= PART_LENGTH) ? Stream.of(form) : IntStream.rangeClosed(0, form.length() - PART_LENGTH)
			.mapToObj((start) -> form.substring(start, start + PART_LENGTH));
	}

}
