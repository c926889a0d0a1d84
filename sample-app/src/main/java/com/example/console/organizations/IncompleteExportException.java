package com.example.console.organizations;

import java.io.Serial;

/**
 * An export failed after its beginning was sent. It is too late for an error page, so no
 * handler takes this exception: the container then breaks the connection, and the browser
 * tells that the download has failed. It has no cause, because a handler of the cause
 * would take it.
 */
class IncompleteExportException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	IncompleteExportException(Throwable cause) {
		super("The export is incomplete: " + cause.getMessage());
	}

}
