package com.scalekit.spring.benchmarks.server;

import java.time.Duration;
import java.util.List;

/**
 * How a server behaves.
 *
 * @param tokenLifetime how long an access token lives
 * @param tokenDelay how long a token request takes
 * @param organizations the length of the list of organizations
 * @param faults what goes wrong
 * @param tls whether it speaks TLS
 */
public record ServerSettings(Duration tokenLifetime, Duration tokenDelay, int organizations, Faults faults,
		boolean tls) {

	/**
	 * A single page of organizations, tokens that last for the whole run, no faults and
	 * no TLS.
	 * @return the settings
	 */
	public static ServerSettings steady() {
		return new ServerSettings(Duration.ofHours(24), Duration.ZERO, 10, Faults.NONE, false);
	}

	/**
	 * Change the access tokens.
	 * @param lifetime how long an access token lives
	 * @param delay how long a token request takes
	 * @return changed settings
	 */
	public ServerSettings withTokens(Duration lifetime, Duration delay) {
		return new ServerSettings(lifetime, delay, this.organizations, this.faults, this.tls);
	}

	/**
	 * Change the length of the list of organizations.
	 * @param organizations the length
	 * @return changed settings
	 */
	public ServerSettings withOrganizations(int organizations) {
		return new ServerSettings(this.tokenLifetime, this.tokenDelay, organizations, this.faults, this.tls);
	}

	/**
	 * Change what goes wrong.
	 * @param faults the faults
	 * @return changed settings
	 */
	public ServerSettings withFaults(Faults faults) {
		return new ServerSettings(this.tokenLifetime, this.tokenDelay, this.organizations, faults, this.tls);
	}

	/**
	 * Speak TLS.
	 * @return changed settings
	 */
	public ServerSettings withTls() {
		return new ServerSettings(this.tokenLifetime, this.tokenDelay, this.organizations, this.faults, true);
	}

	List<String> toArguments() {
		return List.of(this.tokenLifetime.toString(), this.tokenDelay.toString(), String.valueOf(this.organizations),
				this.faults.name(), String.valueOf(this.tls));
	}

	static ServerSettings fromArguments(String[] arguments) {
		return new ServerSettings(Duration.parse(arguments[0]), Duration.parse(arguments[1]),
				Integer.parseInt(arguments[2]), Faults.valueOf(arguments[3]), Boolean.parseBoolean(arguments[4]));
	}

}
