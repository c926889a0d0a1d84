package com.scalekit.spring.client.error;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageTextTests {

	@Test
	void lineBreaksAndControlCharactersBecomeABlank() {
		assertThat(MessageText.of("a\r\nb\u0000\u0085c\u2028d", 100)).isEqualTo("a b c d");
	}

	@ParameterizedTest
	@CsvSource({ "abcd, abcd", "abcde, abcde", "abcdef, abcde (truncated)..." })
	void textIsLimited(String text, String expected) {
		assertThat(MessageText.of(text, 5)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "https://a.com/b?c=d, https://a.com/b", "https://a.com/b, https://a.com/b", "?c=d, ''" })
	void queryIsLeftOut(URI uri, String expected) {
		assertThat(MessageText.of(uri)).isEqualTo(expected);
	}

}
