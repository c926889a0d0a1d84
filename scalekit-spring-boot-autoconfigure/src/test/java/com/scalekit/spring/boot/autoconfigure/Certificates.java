package com.scalekit.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.SSLContext;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * Certificates of two authorities, as PEM.
 */
public final class Certificates {

	private static final char[] PASSWORD = "changeit".toCharArray();

	private final KeyStore keyStore;

	public Certificates(Path directory) throws IOException, GeneralSecurityException {
		Path file = directory.resolve("certificates.p12");
		for (String authority : List.of("authority", "new-authority")) {
			generate(file, authority, "-dname", "CN=" + authority, "-ext", "bc:c");
		}
		generate(file, "server", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-signer", "authority");
		generate(file, "new-server", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-signer", "new-authority");
		generate(file, "wrong-host", "-dname", "CN=example.com", "-ext", "san=dns:example.com", "-signer", "authority");
		generate(file, "custom-domain", "-dname", "CN=auth.acme.invalid", "-ext", "san=dns:auth.acme.invalid",
				"-signer", "authority");
		generate(file, "client", "-dname", "CN=client", "-signer", "authority");
		generate(file, "new-client", "-dname", "CN=new-client", "-signer", "authority");
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
	 * The context of a server that shows a certificate, and trusts clients of the first
	 * authority.
	 */
	public SSLContext server(String alias) throws GeneralSecurityException {
		return bundle(alias, "authority").createSslContext();
	}

	/**
	 * A bundle of what a client shows and whom it trusts.
	 */
	SslBundle bundle(String alias, String trusted) throws GeneralSecurityException {
		return SslBundle.of(new PemSslStoreBundle(
				PemSslStoreDetails.forCertificate(certificate(alias)).withPrivateKey(privateKey(alias)),
				PemSslStoreDetails.forCertificate(certificate(trusted))));
	}

	public String certificate(String alias) throws GeneralSecurityException {
		return pem("CERTIFICATE", this.keyStore.getCertificate(alias).getEncoded());
	}

	String privateKey(String alias) throws GeneralSecurityException {
		return pem("PRIVATE KEY", this.keyStore.getKey(alias, PASSWORD).getEncoded());
	}

	private static String pem(String type, byte[] content) {
		return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type,
				Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content));
	}

}
