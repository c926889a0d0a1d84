package com.example.console.organizations;

import org.jspecify.annotations.Nullable;

/**
 * Text field of a form, which holds one line.
 */
final class TextField {

	private TextField() {
	}

	/**
	 * Return a text the way the field sends it back, so that both can be compared.
	 */
	static String valueOf(@Nullable String text) {
		return (text != null) ? text.replaceAll("[\\r\\n]", "").strip() : "";
	}

}
