package com.scalekit.spring.test.commandline;

/**
 * What the command line asks for.
 *
 * @param port the port to listen on
 * @param clientId the client id
 * @param clientSecret the client secret
 * @param organizations how many organizations to add, or a file of them, or nothing
 * @param users how many users to add to each organization
 * @param webhookTarget where webhooks are sent to, or nothing
 * @param webhookSecret the secret that webhooks are signed with
 */
record Options(int port, String clientId, String clientSecret, String organizations, int users, String webhookTarget,
		String webhookSecret) {

	static final String USAGE = """
			Usage: java -jar scalekit-test-<version>-server.jar [options]

			  --port=<port>                   the port to listen on, 0 for a free one (8090)
			  --client-id=<id>                the client id (skc_local)
			  --client-secret=<secret>        the client secret (test_local)
			  --organizations=<number|file>   how many organizations to begin with, or a JSON
			                                  array of what POST /api/v1/organizations takes
			  --users=<number>                how many users each organization begins with,
			                                  the first one as admin, to sign in (0)
			  --webhook-target=<url>          where to deliver webhooks when data changes
			  --webhook-secret=<secret>       the secret of webhooks (whsec_bG9jYWwtbG9jYWwt
			                                  bG9jYWwtbG9jYWwtbG9jYWw=)
			""";

	private static final int LARGEST_PORT = 65_535;

	private static final Options DEFAULTS = new Options(8090, "skc_local", "test_local", "", 0, "",
			"whsec_bG9jYWwtbG9jYWwtbG9jYWwtbG9jYWwtbG9jYWw=");

	static Options parse(String... arguments) {
		Options options = DEFAULTS;
		for (String argument : arguments) {
			options = options.with(argument);
		}
		return options;
	}

	private Options with(String argument) {
		int equals = argument.indexOf('=');
		String value = argument.substring(equals + 1);
		if (equals < 0 || value.isBlank()) {
			throw new IllegalArgumentException("'%s' is no option with a value".formatted(argument));
		}
		return switch (argument.substring(0, equals)) {
			case "--port" -> new Options(port(value), this.clientId, this.clientSecret, this.organizations, this.users,
					this.webhookTarget, this.webhookSecret);
			case "--client-id" -> new Options(this.port, value, this.clientSecret, this.organizations, this.users,
					this.webhookTarget, this.webhookSecret);
			case "--client-secret" -> new Options(this.port, this.clientId, value, this.organizations, this.users,
					this.webhookTarget, this.webhookSecret);
			case "--organizations" -> new Options(this.port, this.clientId, this.clientSecret, value, this.users,
					this.webhookTarget, this.webhookSecret);
			case "--users" -> new Options(this.port, this.clientId, this.clientSecret, this.organizations, users(value),
					this.webhookTarget, this.webhookSecret);
			case "--webhook-target" -> new Options(this.port, this.clientId, this.clientSecret, this.organizations,
					this.users, url(value), this.webhookSecret);
			case "--webhook-secret" -> new Options(this.port, this.clientId, this.clientSecret, this.organizations,
					this.users, this.webhookTarget, value);
			default -> throw new IllegalArgumentException("'%s' is no option".formatted(argument));
		};
	}

	private static String url(String value) {
		if (!value.matches("https?://[^/\\s]\\S*")) {
			throw new IllegalArgumentException("'%s' is no URL".formatted(value));
		}
		return value;
	}

	private static int users(String value) {
		int users = number(value);
		if (users < 0) {
			throw new IllegalArgumentException("'%s' is no number of users".formatted(value));
		}
		return users;
	}

	private static int port(String value) {
		int port = number(value);
		if (port < 0 || port > LARGEST_PORT) {
			throw new IllegalArgumentException("'%s' is no port".formatted(value));
		}
		return port;
	}

	/**
	 * Parse a number.
	 * @return the number, or {@code -1} if the value is something else
	 */
	static int number(String value) {
		try {
			return Integer.parseUnsignedInt(value);
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	@Override
	public String toString() {
		return "Options[port=%d, clientId=%s, organizations=%s, users=%d, webhookTarget=%s]".formatted(this.port,
				this.clientId, this.organizations, this.users, this.webhookTarget);
	}

}
