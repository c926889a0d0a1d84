package com.scalekit.spring.webhooks.json;

import java.io.Serial;

/**
 * Thrown when JSON is not that of a type. Tells where, but no values: they may be
 * personal data.
 */
public final class JsonMismatchException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Where the JSON differs from the type.
	 */
	private final String path;

	/**
	 * Creates the exception.
	 * @param path the JSON path of what cannot be read
	 */
	public JsonMismatchException(String path) {
		super("JSON cannot be read at " + path);
		this.path = path;
	}

	/**
	 * Returns where the JSON differs from the type.
	 * @return the JSON path, such as {@code $.data.settings.features[0]}
	 */
	public String getPath() {
		return this.path;
	}

}
