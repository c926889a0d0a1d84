package com.scalekit.spring.test.oidc;

import java.util.List;
import java.util.Optional;

import com.scalekit.spring.test.authenticationlogs.AuthenticationLogs;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.sessions.Sessions;
import com.scalekit.spring.test.sessions.StoredSession;
import com.scalekit.spring.test.users.SignIn;
import com.scalekit.spring.test.users.StoredMembership;
import com.scalekit.spring.test.users.StoredUser;
import com.scalekit.spring.test.users.Users;

/**
 * Lets users sign in: silently if they are signed in already or a test wants it, or else
 * on a page.
 */
final class AuthorizationEndpoint {

	private final String clientId;

	private final Redirects redirects;

	private final OrganizationSelector organizations;

	private final Users users;

	private final Sessions sessions;

	private final AuthenticationLogs logs;

	private final BrowserSessions browserSessions;

	private final Codes codes;

	AuthorizationEndpoint(String clientId, Redirects redirects, OrganizationSelector organizations, Users users,
			Sessions sessions, AuthenticationLogs logs, BrowserSessions browserSessions, Codes codes) {
		this.clientId = clientId;
		this.redirects = redirects;
		this.organizations = organizations;
		this.users = users;
		this.sessions = sessions;
		this.logs = logs;
		this.browserSessions = browserSessions;
		this.codes = codes;
	}

	/**
	 * Answer what an application asks for. As with the service, the id of an organization
	 * does not switch a user to it who is signed in, unless accounts are to be selected.
	 */
	ApiResponse authorize(ApiRequest request) {
		Login login = login(request);
		AuthorizationRequest asked = login.request();
		Optional<StoredUser> current = login.user();
		if (asked.hasPrompt("none")) {
			return current.map((user) -> resume(login))
				.orElseThrow(() -> asked.error("login_required", "Nobody is signed in"));
		}
		Optional<SignIn> signIn = this.users.nextSignIn();
		if (signIn.isPresent()) {
			return signIn(login, signIn.get());
		}
		if (current.isPresent() && !asked.asksForPerson()) {
			return resume(login);
		}
		return current.filter((user) -> asked.hasPrompt("select_account"))
			.flatMap((user) -> login.requestedMembership(user).map((membership) -> signIn(login, user, membership)))
			.orElseGet(() -> page(login, ""));
	}

	/**
	 * Answer what a person has chosen on the page.
	 */
	ApiResponse choose(ApiRequest request) {
		Login login = login(request);
		Parameters form = Parameters.ofForm(request);
		if (form.find("cancel").isPresent()) {
			throw login.request().error("access_denied", "The user has cancelled the login");
		}
		String[] choice = form.find("choice").orElse("").split(" ", 2);
		if (choice.length == 2) {
			return this.users.find(choice[0])
				.flatMap((user) -> login.memberships(user)
					.stream()
					.filter((membership) -> membership.organizationId().equals(choice[1]))
					.findFirst()
					.map((membership) -> signIn(login, user, membership)))
				.orElseGet(() -> page(login, "This user is no member of the organization."));
		}
		return form.find("email")
			.flatMap(this.users::findByEmail)
			.map((user) -> choose(login, user))
			.orElseGet(() -> page(login, "There is no user with this e-mail address."));
	}

	private ApiResponse choose(Login login, StoredUser user) {
		List<StoredMembership> memberships = login.memberships(user);
		return (memberships.size() == 1) ? signIn(login, user, memberships.get(0)) : new LoginPage(login).show(
				List.of(user),
				(memberships.isEmpty()) ? "This user is no member of the organization." : "Choose an organization.");
	}

	private ApiResponse page(Login login, String message) {
		return new LoginPage(login).show(this.users.all()
			.stream()
			.filter((user) -> user.listed() || login.user().filter(user::equals).isPresent())
			.toList(), message);
	}

	private Login login(ApiRequest request) {
		AuthorizationRequest parsed = AuthorizationRequest.parse(request, this.clientId, this.redirects);
		StoredSession session = this.browserSessions.find(request).orElse(null);
		StoredUser user = (session != null) ? this.users.find(session.userId())
			.filter((found) -> found.membership(session.organizationId()).filter(StoredMembership::isOpen).isPresent())
			.orElse(null) : null;
		return new Login(parsed, this.organizations.select(parsed).orElse(null), (user != null) ? session : null, user);
	}

	private ApiResponse signIn(Login login, SignIn signIn) {
		AuthorizationRequest asked = login.request();
		if (signIn.error() != null) {
			throw asked.error(signIn.error(), String.valueOf(signIn.description()));
		}
		StoredUser user = this.users.find(String.valueOf(signIn.userId()))
			.orElseThrow(() -> asked.error("access_denied", "The user was deleted"));
		if (!asked.asksForPerson() && login.user().filter((current) -> current.id().equals(user.id())).isPresent()) {
			return resume(login);
		}
		return login.memberships(user)
			.stream()
			.filter((membership) -> signIn.organizationId() == null || login.organizationId() != null
					|| membership.organizationId().equals(signIn.organizationId()))
			.findFirst()
			.map((membership) -> signIn(login, user, membership))
			.orElseThrow(() -> asked.error("access_denied", "The user is no member of the organization"));
	}

	/**
	 * Sign a user in. One who is signed in already keeps the session.
	 */
	private ApiResponse signIn(Login login, StoredUser user, StoredMembership membership) {
		String organizationId = membership.organizationId();
		if (membership.isInvitation()) {
			this.users.acceptInvitation(user.id(), organizationId);
		}
		StoredSession current = login.session();
		if (current != null && current.userId().equals(user.id())) {
			this.sessions.switchTo(current.sessionId(), organizationId);
			return answer(login, this.sessions.get(current.sessionId()));
		}
		this.users.signedIn(user.id());
		this.logs.add(user.email(), (log) -> log.status("SUCCESS").organization(organizationId).client(this.clientId));
		StoredSession session = this.sessions.get(this.sessions.add(user.id(), organizationId));
		return this.browserSessions.begin(session, answer(login, session));
	}

	private ApiResponse resume(Login login) {
		StoredSession session = login.requireSession();
		this.sessions.touch(session.sessionId());
		return answer(login, session);
	}

	private ApiResponse answer(Login login, StoredSession session) {
		AuthorizationRequest asked = login.request();
		return asked.success(this.codes.issue(asked, new Authorization(session.userId(), session.organizationId(),
				session.sessionId(), asked.scopes(), asked.find("connection_id").orElse(null))));
	}

}
