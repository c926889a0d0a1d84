package com.example.console.organizations;

/**
 * A row of the metadata editor.
 *
 * @param key the key
 * @param value the value
 */
record MetadataEntry(String key, String value) {

	static final MetadataEntry EMPTY = new MetadataEntry("", "");

	MetadataEntry {
		key = TextField.valueOf(key);
		value = TextField.valueOf(value);
	}

	boolean isEmpty() {
		return equals(EMPTY);
	}

}
