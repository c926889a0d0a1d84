package com.example.console;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import com.scalekit.spring.test.ScalekitServer;

/**
 * Signs in the people of the tests, the way a browser does. The session of the console
 * goes on when a test resets the environment, so that tests start without people and
 * organizations.
 */
public final class SignedIn {

	public static final String ADMINISTRATOR = "ines@cloudloom.example";

	private static final Map<ScalekitServer, String> administrators = Collections.synchronizedMap(new WeakHashMap<>());

	private SignedIn() {
	}

	/**
	 * Sign in the administrator of a console with demo people, once for all of its tests.
	 * @param scalekit the environment of the console
	 * @param port the port of the console
	 * @return the session cookie
	 */
	public static String administrator(ScalekitServer scalekit, int port) {
		return administrators.computeIfAbsent(scalekit, (server) -> signIn(server, ADMINISTRATOR, port));
	}

	private static String signIn(ScalekitServer scalekit, String email, int port) {
		Duration lifetime = scalekit.accessTokens().lifetime();
		scalekit.accessTokens().lifetime(Duration.ofDays(1));
		scalekit.users().signIn(email);
		try (PlainBrowser browser = new PlainBrowser(port)) {
			browser.open("/account");
			return browser.sessionCookie();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			scalekit.users().showLoginPage();
			scalekit.accessTokens().lifetime(lifetime);
			scalekit.webhooks().awaitDeliveries();
		}
	}

	/**
	 * Issue an access token of an administrator.
	 * @param scalekit the environment
	 * @param organizationId the organization of those who run the console
	 * @return the token
	 */
	public static String token(ScalekitServer scalekit, String organizationId) {
		return scalekit.accessTokens()
			.user("usr_program")
			.organization(organizationId)
			.permission("console:manage")
			.expiresIn(Duration.ofHours(1))
			.sign();
	}

	/**
	 * Add an administrator to an environment that a console is to be connected to, and
	 * let this person sign in.
	 * @param scalekit the environment
	 * @param organizationId the organization of those who run the console
	 */
	static void letAdministratorSignIn(ScalekitServer scalekit, String organizationId) {
		scalekit.permissions().add("console:manage");
		scalekit.roles().add("operator", (role) -> role.permissions("console:manage"));
		scalekit.users().add(ADMINISTRATOR, (user) -> user.memberOf(organizationId, "operator"));
		scalekit.users().signIn(ADMINISTRATOR);
	}

}
