package com.scalekit.spring.client.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates of an authority that the clients trust, and one that nobody vouches for.
 */
final class Certificates {

	private static final char[] PASSWORD = "changeit".toCharArray();

	private final KeyStore keyStore;

	Certificates(Path directory) throws IOException, GeneralSecurityException {
		Path file = directory.resolve("certificates.p12");
		generate(file, "authority", "-dname", "CN=Authority", "-ext", "bc:c");
		generate(file, "good", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-signer", "authority");
		generate(file, "expired", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-signer", "authority",
				"-startdate", "-10d", "-validity", "1");
		generate(file, "wrong-host", "-dname", "CN=example.com", "-ext", "san=dns:example.com", "-signer", "authority");
		generate(file, "self-signed", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
		this.keyStore = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			this.keyStore.load(in, PASSWORD);
		}
	}

	private static void generate(Path file, String alias, String... options) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
						"-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", new String(PASSWORD),
						"-keyalg", "EC", "-alias", alias));
		command.addAll(List.of(options));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		try {
			if (process.waitFor() != 0) {
				throw new IOException(output);
			}
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	/**
	 * The context of a server that shows a certificate.
	 */
	SSLContext server(String alias) throws IOException, GeneralSecurityException {
		KeyStore single = emptyKeyStore();
		Key key = this.keyStore.getKey(alias, PASSWORD);
		Certificate[] chain = this.keyStore.getCertificateChain(alias);
		single.setKeyEntry(alias, key, PASSWORD, chain);
		KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keyManagers.init(single, PASSWORD);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keyManagers.getKeyManagers(), null, null);
		return context;
	}

	/**
	 * The context of a client that trusts the authority.
	 */
	SSLContext client() throws IOException, GeneralSecurityException {
		KeyStore trusted = emptyKeyStore();
		trusted.setCertificateEntry("authority", this.keyStore.getCertificate("authority"));
		TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trustManagers.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trustManagers.getTrustManagers(), null);
		return context;
	}

	private static KeyStore emptyKeyStore() throws IOException, GeneralSecurityException {
		KeyStore empty = KeyStore.getInstance("PKCS12");
		empty.load(null, null);
		return empty;
	}

}
