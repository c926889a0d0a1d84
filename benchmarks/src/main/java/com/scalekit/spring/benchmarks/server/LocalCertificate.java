package com.scalekit.spring.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.springframework.util.Assert;

/**
 * A self-signed certificate for {@code localhost}. It is given to the JVM and not to the
 * clients, so that these are set up as they are for any other environment.
 */
public final class LocalCertificate {

	private static final String PASSWORD = "changeit";

	private static final Path FILE = generate();

	private LocalCertificate() {
	}

	/**
	 * The options of a JVM that serves with the certificate.
	 * @return the options
	 */
	static List<String> keyStoreOptions() {
		return List.of("-Djavax.net.ssl.keyStore=" + FILE, "-Djavax.net.ssl.keyStorePassword=" + PASSWORD);
	}

	/**
	 * The options of a JVM whose clients trust the certificate.
	 * @return the options
	 */
	public static List<String> trustStoreOptions() {
		return List.of("-Djavax.net.ssl.trustStore=" + FILE, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
	}

	/**
	 * Make the clients of this JVM trust the certificate. None may have been created
	 * before.
	 */
	public static void trust() {
		System.setProperty("javax.net.ssl.trustStore", FILE.toString());
		System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
	}

	private static Path generate() {
		try {
			Path file = Files.createTempDirectory("benchmark").resolve("localhost.p12");
			String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
			Process process = new ProcessBuilder(keytool, "-genkeypair", "-keystore", file.toString(), "-storepass",
					PASSWORD, "-keyalg", "EC", "-alias", "localhost", "-dname", "CN=localhost", "-ext",
					"san=dns:localhost")
				.inheritIO()
				.start();
			Assert.state(process.onExit().join().exitValue() == 0, "keytool failed");
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
