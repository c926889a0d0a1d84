package com.example.team;

import org.springframework.boot.SpringApplication;

import com.scalekit.spring.test.ScalekitServer;

/**
 * Runs the application with a Scalekit environment in memory.
 */
final class TestTeamApplication {

	private TestTeamApplication() {
	}

	public static void main(String[] args) {
		ScalekitServer scalekit = ScalekitServer.start();
		String acme = scalekit.organizations().add("Acme");
		scalekit.permissions().add("users:manage");
		scalekit.roles().add("manager", (role) -> role.permissions("users:manage"));
		scalekit.users().add("ann@acme.com", (user) -> user.name("Ann", "Doe").memberOf(acme, "manager"));
		scalekit.users().add("bob@acme.com", (user) -> user.name("Bob", "Ray").memberOf(acme, "member"));
		SpringApplication.from(TeamApplication::main)
			.run("--scalekit.environment-url=" + scalekit.url(), "--scalekit.client-id=" + scalekit.clientId(),
					"--scalekit.client-secret=" + scalekit.clientSecret());
	}

}
