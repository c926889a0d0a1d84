package com.scalekit.spring.test.oidc;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.HtmlPage;
import com.scalekit.spring.test.users.StoredMembership;
import com.scalekit.spring.test.users.StoredUser;

/**
 * The page on which a person chooses who signs in, and to which organization. It shows
 * what the application has asked for, too.
 */
final class LoginPage {

	private static final int MAX_USERS = 50;

	/** Two forms, as the enter key submits with the first button of a form. */
	private static final String CONTENT = """
			<h1>Sign in</h1>
			<p>Choose who you are in this test environment.</p>
			%1$s<form method="post" action="/oauth/authorize?%2$s">
			<ul>
			%3$s</ul>
			</form>
			%4$s<form class="card" method="post" action="/oauth/authorize?%2$s">
			<label for="email">E-mail address</label>
			<input id="email" name="email" type="email" autocomplete="off" value="%5$s">
			<button class="main">Continue</button>
			<button name="cancel" value="true" formnovalidate>Cancel</button>
			</form>
			%6$s""";

	private final Login login;

	private final AuthorizationRequest request;

	LoginPage(Login login) {
		this.login = login;
		this.request = login.request();
	}

	ApiResponse show(List<StoredUser> users, String message) {
		List<StoredUser> candidates = users.stream()
			.filter((user) -> this.login.organizationId() == null || !this.login.memberships(user).isEmpty())
			.sorted(Comparator.comparing(this::rank))
			.toList();
		return HtmlPage.ok("Sign in",
				CONTENT.formatted(error(message), HtmlPage.escape(this.request.parameters().toQuery()),
						candidates.stream().limit(MAX_USERS).map(this::card).collect(Collectors.joining()),
						rest(candidates.size()), HtmlPage.escape(this.request.find("login_hint").orElse("")),
						received()));
	}

	/**
	 * Who is signed in or named by the application comes first.
	 */
	private int rank(StoredUser user) {
		if (this.login.user().filter((current) -> current.id().equals(user.id())).isPresent()) {
			return 0;
		}
		return (this.request.find("login_hint").filter(user.email()::equalsIgnoreCase).isPresent()) ? 1 : 2;
	}

	private static String error(String message) {
		return (message.isEmpty()) ? ""
				: "<p class=\"error\" role=\"alert\">%s</p>%n".formatted(HtmlPage.escape(message));
	}

	private String card(StoredUser user) {
		List<StoredMembership> memberships = this.login.memberships(user);
		return """
				<li class="card">
				<strong>%s</strong>
				%s%s</li>
				""".formatted(HtmlPage.escape(name(user)), subtitle(user, memberships),
				memberships.stream().map((membership) -> button(user, membership)).collect(Collectors.joining()));
	}

	private static String name(StoredUser user) {
		String name = (user.userProfile().givenName() + " " + user.userProfile().familyName()).strip();
		return (name.isEmpty()) ? user.email() : name;
	}

	private String subtitle(StoredUser user, List<StoredMembership> memberships) {
		String email = (name(user).equals(user.email())) ? "" : user.email();
		String state = (rank(user) == 0) ? "signed in" : "";
		String problem = (memberships.isEmpty()) ? "no member of an organization" : "";
		String subtitle = Stream.of(email, state, problem)
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(", "));
		return (subtitle.isEmpty()) ? "" : "<p>%s</p>%n".formatted(HtmlPage.escape(subtitle));
	}

	private static String button(StoredUser user, StoredMembership membership) {
		String roles = membership.roles().stream().map(StoredMembership.Role::name).collect(Collectors.joining(", "));
		return """
				<button name="choice" value="%s %s">%s <small>%s</small></button>
				""".formatted(user.id(), membership.organizationId(),
				HtmlPage.escape(String.valueOf(membership.displayName())),
				HtmlPage.escape((membership.isInvitation()) ? "invited, " + roles : roles));
	}

	private static String rest(int count) {
		if (count == 0) {
			return "<p>There are no users who can sign in.</p>%n".formatted();
		}
		return (count <= MAX_USERS) ? ""
				: "<p>There are %d more users: enter an e-mail address.</p>%n".formatted(count - MAX_USERS);
	}

	private String received() {
		return """
				<details open>
				<summary>What the application has sent</summary>
				<table>
				%s</table>
				</details>
				""".formatted(this.request.parameters()
			.values()
			.entrySet()
			.stream()
			.map((parameter) -> "<tr><th scope=\"row\">%s</th><td>%s</td></tr>%n".formatted(
					HtmlPage.escape(parameter.getKey()), HtmlPage.escape(String.join(", ", parameter.getValue()))))
			.collect(Collectors.joining()));
	}

}
