package com.example.console.organizations;

import org.jspecify.annotations.Nullable;

/**
 * A row of the metadata editor.
 *
 * @param key the key
 * @param value the value
 */
record MetadataEntry(String key, String value) {

	static final MetadataEntry EMPTY = new MetadataEntry("", "");

	MetadataEntry {
		key = stripped(key);
		value = stripped(value);
	}

	private static String stripped(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	boolean isEmpty() {
		return equals(EMPTY);
	}

}
