package com.example.console.forms;

import org.jspecify.annotations.Nullable;

/**
 * Text field of a form, which holds one line.
 */
public final class TextField {

	private TextField() {
	}

	/**
	 * Return a text the way the field sends it back, so that both can be compared.
	 * @param text the text
	 * @return the text without line breaks and surrounding blanks
	 */
	public static String valueOf(@Nullable String text) {
		return (text != null) ? text.replaceAll("[\\r\\n]", "").strip() : "";
	}

	/**
	 * Return whether somebody has typed a name to confirm what cannot be undone. Pages
	 * show one blank where a name has several.
	 * @param typed what was typed
	 * @param name the name
	 * @return whether both are the same
	 */
	public static boolean confirms(String typed, String name) {
		return asShown(typed).equals(asShown(name));
	}

	private static String asShown(String name) {
		return name.strip().replaceAll("\\s+", " ");
	}

}
