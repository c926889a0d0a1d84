package com.scalekit.spring.test.commandline;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import com.scalekit.spring.test.ScalekitServer;

/**
 * Runs a server until the process is terminated. The standard output has the settings
 * that connect an application to it, and nothing else.
 */
public final class ScalekitServerCommand {

	private static final int FAILED = 1;

	private static final int WRONG_USAGE = 2;

	private ScalekitServerCommand() {
	}

	/**
	 * Run a server.
	 * @param arguments the options, see {@code --help}
	 */
	public static void main(String[] arguments) {
		System.setProperty("slf4j.internal.verbosity", "ERROR");
		if (List.of(arguments).contains("--help")) {
			System.out.print(Options.USAGE);
			return;
		}
		try {
			Options options = Options.parse(arguments);
			ScalekitServer server = start(options);
			Runtime.getRuntime().addShutdownHook(new Thread(server::close));
			System.out.println("SCALEKIT_ENVIRONMENT_URL=" + server.url());
			System.out.println("SCALEKIT_CLIENT_ID=" + server.clientId());
			System.out.println("SCALEKIT_CLIENT_SECRET=" + server.clientSecret());
			if (!options.webhookTarget().isEmpty()) {
				System.out.println("SCALEKIT_WEBHOOK_SECRET=" + server.webhooks().secret());
			}
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.err.print(Options.USAGE);
			System.exit(WRONG_USAGE);
		}
		catch (UncheckedIOException ex) {
			System.err.println(ex.getMessage());
			System.exit(FAILED);
		}
	}

	private static ScalekitServer start(Options options) {
		ScalekitServer server = ScalekitServer.builder()
			.port(options.port())
			.credentials(options.clientId(), options.clientSecret())
			.webhookSecret(options.webhookSecret())
			.start();
		addOrganizations(server, options.organizations());
		if (options.users() > 0) {
			server.organizations()
				.all()
				.forEach((organization) -> addUsers(server, organization.id(), options.users()));
		}
		if (!options.webhookTarget().isEmpty()) {
			server.webhooks().target(URI.create(options.webhookTarget()));
		}
		return server;
	}

	private static void addOrganizations(ScalekitServer server, String numberOrFile) {
		if (!numberOrFile.isEmpty()) {
			int number = Options.number(numberOrFile);
			if (number >= 0) {
				server.organizations().addMany(number);
			}
			else {
				server.organizations().addAll(Path.of(numberOrFile));
			}
		}
	}

	private static void addUsers(ScalekitServer server, String organizationId, int users) {
		String admin = server.users().addMany(1, organizationId).get(0);
		server.users().setRoles(admin, organizationId, "admin");
		server.users().addMany(users - 1, organizationId);
	}

}
