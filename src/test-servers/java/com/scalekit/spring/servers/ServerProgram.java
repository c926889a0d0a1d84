package com.scalekit.spring.servers;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Assumptions;

/**
 * Program of a server that the machine may not have.
 *
 * @param name the name of the server, which is also the prefix of the system property and
 * of the environment variable that require it
 * @param debianPackage the package of Debian that has it
 */
record ServerProgram(String name, String debianPackage) {

	private static final Log logger = LogFactory.getLog(ServerProgram.class);

	/**
	 * Skips the test without the program, unless it is required.
	 */
	Path require(Optional<Path> program) {
		String missing = "There is no %s server (Debian: apt-get install %s)".formatted(this.name, this.debianPackage);
		if (program.isEmpty() && !isRequired()) {
			logger.warn(missing + ": its tests are skipped");
			Assumptions.abort(missing);
		}
		return program.orElseThrow(() -> new IllegalStateException(missing));
	}

	private boolean isRequired() {
		String name = this.name.toLowerCase(Locale.ROOT);
		return Boolean.getBoolean(name + ".required")
				|| Boolean.parseBoolean(System.getenv(name.toUpperCase(Locale.ROOT) + "_REQUIRED"));
	}

}
