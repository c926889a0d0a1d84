package com.scalekit.spring.test.webhooks;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.webhooks.Application.Received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WebhookTargetTests {

	private static final String ORGANIZATIONS = "/api/v1/organizations";

	private final Application application = new Application();

	private final ScalekitServer server = ScalekitServer.start();

	private final Webhooks webhooks = this.server.webhooks();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void close() {
		this.server.close();
		this.application.close();
	}

	private List<String> typesAfter(Runnable changes) {
		this.webhooks.target(this.application.uri());
		changes.run();
		assertThat(this.webhooks.awaitDeliveries()).allMatch(WebhookDelivery::isSuccessful);
		assertThat(this.application.received()).allSatisfy((request) -> {
			assertThat(EventSchemas.violations(request.json())).isEmpty();
			assertThat(request.isSignedWith(this.webhooks.secret())).isTrue();
			assertThat(request.header("webhook-id")).isEqualTo(request.json().get("id").stringValue());
		});
		return this.application.types();
	}

	private void call(String method, String path, String body) {
		Response response = this.client.send(method, path, (body.isEmpty()) ? null : body);
		assertThat(response.status()).as(response.body()).isBetween(200, 299);
	}

	@Test
	void announcesOrganizations() {
		assertThat(typesAfter(() -> {
			String id = this.client.post(ORGANIZATIONS, "{\"display_name\":\"Acme\",\"external_id\":\"t-1\"}")
				.organization()
				.get("id")
				.stringValue();
			String path = ORGANIZATIONS + "/" + id;
			call("PATCH", path, "{\"display_name\":\"Acme 2\"}");
			call("PATCH", path + "/settings", "{\"features\":[{\"name\":\"sso\",\"enabled\":true}]}");
			call("DELETE", path, "");
		})).containsExactly("organization.created", "organization.updated", "organization.updated",
				"organization.deleted");
		JsonNode created = this.application.received().get(0).json();
		assertThat(created.get("organization_id")).isEqualTo(created.at("/data/id"));
		assertThat(created.at("/data/external_id").stringValue()).isEqualTo("t-1");
		assertThat(this.application.received().get(1).data().get("display_name").stringValue()).isEqualTo("Acme 2");
		assertThat(this.application.received().get(2).data().at("/settings/features/0/name").stringValue())
			.isEqualTo("sso");
		assertThat(this.application.received().get(3).data().has("deleted_at")).isTrue();
		assertThat(this.application.received()).extracting((request) -> request.json().get("environment_id"))
			.containsOnly(created.get("environment_id"));
	}

	@Test
	void announcesDomains() {
		String acme = this.server.organizations().add("Acme");
		assertThat(typesAfter(() -> {
			String path = ORGANIZATIONS + "/" + acme + "/domains";
			String id = this.client.post(path, "{\"domain\":\"acme.com\"}").json().at("/domain/id").stringValue();
			this.server.domains().failVerification(id);
			this.server.domains().verify(id);
			call("DELETE", path + "/" + id, "");
		})).containsExactly("organization.domain_created", "organization.domain_dns_verification_failed",
				"organization.domain_dns_verification_success", "organization.domain_deleted");
		assertThat(this.application.received())
			.extracting((request) -> request.data().get("verification_status").stringValue())
			.containsExactly("PENDING", "FAILED", "VERIFIED", "VERIFIED");
	}

	@Test
	void announcesMembers() {
		String acme = this.server.organizations().add("Acme", "t-1");
		String other = this.server.organizations().add("Other");
		assertThat(typesAfter(() -> {
			String id = this.client.post(ORGANIZATIONS + "/" + acme + "/users", "{\"email\":\"ann@acme.com\"}")
				.json()
				.at("/user/id")
				.stringValue();
			this.server.users().acceptInvitation(id, acme);
			String path = "/api/v1/memberships/organizations/%s/users/" + id;
			call("POST", path.formatted(other) + "?send_invitation_email=false", "{}");
			call("PATCH", path.formatted(other), "{\"roles\":[{\"name\":\"admin\"}]}");
			call("DELETE", path.formatted(other), "");
			call("DELETE", "/api/v1/users/" + id, "");
		})).containsExactly("user.organization_invitation", "user.organization_membership_created",
				"user.organization_membership_created", "user.organization_membership_updated",
				"user.organization_membership_deleted", "user.organization_membership_deleted");
		assertThat(this.application.received()).extracting((request) -> request.data().at("/user/email").stringValue())
			.containsOnly("ann@acme.com");
		assertThat(this.application.received())
			.extracting((request) -> request.json().get("organization_id").stringValue())
			.containsExactly(acme, acme, other, other, other, acme);
		assertThat(this.application.received().get(0).data().at("/organization/external_id").stringValue())
			.isEqualTo("t-1");
		assertThat(this.application.received().get(0).data().get("user").has("memberships")).isFalse();
	}

	@Test
	void announcesSeededMembersAndResentInvitations() {
		String acme = this.server.organizations().add("Acme");
		assertThat(typesAfter(() -> {
			this.server.users().add("ann@acme.com", (user) -> user.memberOf(acme));
			String bob = this.client.post(ORGANIZATIONS + "/" + acme + "/users", "{\"email\":\"bob@acme.com\"}")
				.json()
				.at("/user/id")
				.stringValue();
			call("PATCH", "/api/v1/invites/organizations/%s/users/%s/resend".formatted(acme, bob), "{}");
			call("DELETE", "/api/v1/memberships/organizations/%s/users/%s".formatted(acme, bob), "");
		})).containsExactly("user.organization_membership_created", "user.organization_invitation",
				"user.organization_invitation", "user.organization_membership_deleted");
	}

	@Test
	void announcesSessions() {
		String acme = this.server.organizations().add("Acme");
		String ann = this.server.users().add("ann@acme.com", (user) -> user.memberOf(acme));
		assertThat(typesAfter(() -> {
			String first = this.server.sessions().add(ann, acme);
			this.server.sessions().signOut(first);
			String second = this.server.sessions().add(ann, acme);
			call("POST", "/api/v1/sessions/" + second + "/revoke", "");
			this.server.sessions().add(ann, acme);
			call("POST", "/api/v1/users/" + ann + "/sessions/revoke", "");
		})).containsExactly("user.login", "user.logout", "user.login", "user.logout", "user.login", "user.logout");
		assertThat(this.application.received())
			.extracting((request) -> request.data().at("/user_session/status").stringValue())
			.containsExactly("ACTIVE", "LOGOUT", "ACTIVE", "REVOKED", "ACTIVE", "REVOKED");
		Received logout = this.application.received().get(1);
		assertThat(logout.data().at("/user/id").stringValue()).isEqualTo(ann);
		assertThat(logout.data().at("/user_session/logout_at").isString()).isTrue();
		assertThat(logout.json().get("organization_id").stringValue()).isEqualTo(acme);
	}

	@Test
	void announcesConnectionsForSingleSignOn() {
		String acme = this.server.organizations().add("Acme");
		assertThat(typesAfter(() -> {
			String id = this.server.connections().add(acme, (connection) -> connection.saml().provider("OKTA"));
			String path = ORGANIZATIONS + "/" + acme + "/connections/" + id;
			call("PATCH", path + ":disable", "");
			call("PATCH", path + ":enable", "");
			call("DELETE", path, "");
			this.server.connections().add(acme, (connection) -> connection.type("OAUTH"));
		})).containsExactly("organization.sso_created", "organization.sso_enabled", "organization.sso_disabled",
				"organization.sso_enabled", "organization.sso_deleted");
		JsonNode disabled = this.application.received().get(2).data();
		assertThat(disabled.get("connection_type").stringValue()).isEqualTo("SAML");
		assertThat(disabled.get("enabled").booleanValue()).isFalse();
	}

	@Test
	void announcesDirectories() {
		String acme = this.server.organizations().add("Acme");
		assertThat(typesAfter(() -> {
			String id = this.server.directories()
				.add(acme, (directory) -> directory.provider("OKTA").user("ann@acme.com", "Admins"));
			String path = ORGANIZATIONS + "/" + acme + "/directories/" + id;
			call("PATCH", path + ":disable", "");
			call("PATCH", path + ":enable", "");
		})).containsExactly("organization.directory_enabled", "organization.directory.group_created",
				"organization.directory.user_created", "organization.directory_disabled",
				"organization.directory_enabled");
		JsonNode user = this.application.received().get(2).data();
		assertThat(user.get("email").stringValue()).isEqualTo("ann@acme.com");
		assertThat(user.get("groups").get(0).get("name").stringValue()).isEqualTo("Admins");
	}

	@Test
	void announcesSynchronizations() {
		String acme = this.server.organizations().add("Acme");
		String directory = this.server.directories().add(acme, (details) -> details.provider("OKTA"));
		assertThat(typesAfter(() -> {
			String group = this.server.directories().addGroup(directory, "Admins");
			String user = this.server.directories().addUser(directory, "ann@acme.com");
			this.server.directories().moveUser(user, "Admins");
			this.server.directories().renameGroup(group, "Owners");
			assertThat(this.server.directories().users(directory).get(0).groups()).containsExactly("Owners");
			this.server.directories().removeUser(user);
			this.server.directories().removeGroup(group);
		})).containsExactly("organization.directory.group_created", "organization.directory.user_created",
				"organization.directory.user_updated", "organization.directory.group_updated",
				"organization.directory.user_deleted", "organization.directory.group_deleted");
		assertThat(this.application.received().get(2).data().get("groups").get(0).get("name").stringValue())
			.isEqualTo("Admins");
	}

	@Test
	void announcesRolesAndPermissions() {
		String acme = this.server.organizations().add("Acme");
		assertThat(typesAfter(() -> {
			call("POST", "/api/v1/permissions", "{\"name\":\"a:read\",\"description\":\"x\"}");
			call("PUT", "/api/v1/permissions/a:read", "{\"name\":\"a:read\",\"description\":\"y\"}");
			call("POST", "/api/v1/roles", "{\"name\":\"editor\",\"display_name\":\"Editor\"}");
			call("PUT", "/api/v1/roles/editor", "{\"display_name\":\"Writer\"}");
			call("POST", "/api/v1/roles/editor/permissions", "{\"permission_names\":[\"a:read\"]}");
			call("DELETE", "/api/v1/roles/editor/permissions/a:read", "");
			this.server.users().add("ann@acme.com", (user) -> user.memberOf(acme, "editor"));
			call("DELETE", "/api/v1/roles/editor?reassign_role_name=member", "");
			call("DELETE", "/api/v1/permissions/a:read", "");
		})).containsExactly("permission.created", "permission.updated", "role.created", "role.updated", "role.updated",
				"role.updated", "user.organization_membership_created", "user.organization_membership_updated",
				"role.deleted", "permission.deleted");
		assertThat(this.application.received().get(2).json().has("organization_id")).isFalse();
		assertThat(this.application.received().get(3).data().get("display_name").stringValue()).isEqualTo("Writer");
	}

	@Test
	void announcesConnectedAccounts() {
		assertThat(typesAfter(() -> {
			String account = "\"connector\":\"gmail\",\"identifier\":\"ann\"";
			call("POST", "/api/v1/connected_accounts", "{%s,\"connected_account\":{}}".formatted(account));
			String id = this.server.connectedAccounts().all().get(0).id();
			this.server.connectedAccounts().authorize(id);
			call("PUT", "/api/v1/connected_accounts",
					"{%s,\"connected_account\":{\"api_config\":{\"a\":1}}}".formatted(account));
			call("POST", "/api/v1/connected_accounts:delete", "{%s}".formatted(account));
		})).containsExactly("connected_account.created", "connected_account.status_updated",
				"connected_account.updated", "connected_account.deleted");
		JsonNode changed = this.application.received().get(1).data();
		assertThat(changed.get("old_status").stringValue()).isEqualTo("PENDING_AUTH");
		assertThat(changed.get("status").stringValue()).isEqualTo("ACTIVE");
	}

	@Test
	void announcesNothingWithoutChange() {
		String acme = this.server.organizations().add("Acme", "t-1");
		assertThat(typesAfter(() -> {
			this.client.get(ORGANIZATIONS + "/" + acme);
			assertThat(this.client.post(ORGANIZATIONS, "{\"display_name\":\"Acme\",\"external_id\":\"t-1\"}").status())
				.isEqualTo(409);
			assertThat(this.client.delete(ORGANIZATIONS + "/org_1").status()).isEqualTo(404);
			assertThatIllegalArgumentException().isThrownBy(() -> this.server.organizations().add("Acme", "t-1"));
		})).isEmpty();
	}

	@Test
	void deletionOfOrganizationIsOneEvent() {
		String acme = this.server.organizations().add("Acme");
		this.server.users().add("ann@acme.com", (user) -> user.memberOf(acme));
		this.server.domains().add(acme, "acme.com");
		assertThat(typesAfter(() -> this.client.delete(ORGANIZATIONS + "/" + acme)))
			.containsExactly("organization.deleted");
	}

	@Test
	void deliversInOrderDespiteRetries() {
		this.webhooks.retries(Duration.ofMillis(1), Duration.ofMillis(1));
		this.webhooks.target(this.application.uri());
		this.application.answer(500, 302, 200, 503);
		this.server.organizations().addMany(3);
		assertThat(this.webhooks.awaitDeliveries()).extracting(WebhookDelivery::attempt)
			.containsExactly(1, 2, 3, 1, 2, 1);
		assertThat(this.webhooks.deliveries()).extracting(WebhookDelivery::status)
			.containsExactly(500, 302, 200, 503, 204, 204);
		assertThat(this.application.received()).extracting((request) -> request.data().get("external_id").stringValue())
			.containsExactly("tenant-1", "tenant-1", "tenant-1", "tenant-2", "tenant-2", "tenant-3");
		assertThat(this.webhooks.deliveries()).extracting(WebhookDelivery::eventId)
			.containsExactlyElementsOf(
					this.application.received().stream().map((request) -> request.header("webhook-id")).toList());
	}

	@Test
	void givesUpAfterLastAttempt() {
		this.webhooks.retries();
		this.webhooks.target(this.application.uri());
		this.application.answer(500);
		this.server.organizations().addMany(2);
		assertThat(this.webhooks.awaitDeliveries()).extracting(WebhookDelivery::status).containsExactly(500, 204);
	}

	@Test
	void triesSixTimesAtFirst() {
		this.webhooks.target(this.application.uri());
		this.application.answer(IntStream.range(0, 6).mapToObj((i) -> 500).toArray(Integer[]::new));
		this.server.organizations().addMany(1);
		assertThat(this.webhooks.awaitDeliveries()).extracting(WebhookDelivery::attempt)
			.containsExactly(1, 2, 3, 4, 5, 6);
	}

	@Test
	void targetThatIsNotThereIsNoStatus() {
		this.webhooks.retries();
		this.webhooks.target(URI.create("http://localhost:1/webhooks"));
		String acme = this.server.organizations().add("Acme");
		assertThat(this.webhooks.awaitDeliveries()).singleElement().satisfies((delivery) -> {
			assertThat(delivery.status()).isZero();
			assertThat(delivery.isSuccessful()).isFalse();
			assertThat(delivery.organizationId()).isEqualTo(acme);
			assertThat(delivery.target()).hasPort(1);
			assertThat(TestClient.json(delivery.body()).at("/data/id").stringValue()).isEqualTo(acme);
		});
	}

	@Test
	void impossibleTargetIsNoStatus() {
		this.webhooks.retries();
		this.webhooks.target(URI.create("/webhooks"));
		this.server.organizations().add("Acme");
		assertThat(this.webhooks.awaitDeliveries()).extracting(WebhookDelivery::status).containsExactly(0);
	}

	@Test
	void applicationMayCallTheApiMeanwhile() {
		this.application.onRequest(() -> assertThat(this.client.get(ORGANIZATIONS).status()).isEqualTo(200));
		assertThat(typesAfter(() -> this.client.post(ORGANIZATIONS, "{\"display_name\":\"Acme\"}")))
			.containsExactly("organization.created");
	}

	@Test
	void deliveryBeginsWhenTheChangeIsComplete() {
		EnvironmentState state = new EnvironmentState(Clock.systemUTC());
		try (OutboundCalls calls = new OutboundCalls(state, null, null, this.application.uri(), null)) {
			synchronized (state) {
				state.publish("permission.created", null, () -> Map.of("id", "perm_1", "name", "a:read"));
				while (this.application.received().isEmpty() && !isDispatcherBlocked()) {
					Thread.onSpinWait();
				}
				assertThat(this.application.received()).isEmpty();
			}
			assertThat(calls.webhooks().awaitDeliveries()).hasSize(1);
		}
	}

	private static boolean isDispatcherBlocked() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.anyMatch((thread) -> thread.getName().equals("scalekit-webhooks")
					&& thread.getState() == Thread.State.BLOCKED);
	}

	@Test
	void changeDoesNotWaitForDelivery() throws Exception {
		CountDownLatch changed = new CountDownLatch(1);
		CountDownLatch waited = new CountDownLatch(1);
		this.application.onRequest(() -> {
			try {
				if (changed.await(30, TimeUnit.SECONDS)) {
					waited.countDown();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		this.webhooks.target(this.application.uri());
		this.server.organizations().add("Acme");
		changed.countDown();
		assertThat(waited.await(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void awaitsDelivery() {
		this.webhooks.target(this.application.uri());
		String acme = this.server.organizations().add("Acme");
		assertThat(this.webhooks.awaitDelivery("organization.created").organizationId()).isEqualTo(acme);
		assertThat(this.webhooks.deliveries("organization.created")).hasSize(1);
		assertThat(this.webhooks.deliveries("organization.updated")).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> this.webhooks.awaitDelivery("user.created"));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.webhooks.awaitDelivery("user.login", Duration.ofMillis(10)))
			.withMessage("The target has not accepted an event 'user.login' in PT0.01S. "
					+ "Deliveries so far: [organization.created attempt 1: 204]");
	}

	@Test
	void withoutTargetNothingIsDelivered() {
		this.webhooks.target(this.application.uri());
		this.webhooks.target(null);
		this.server.organizations().add("Acme");
		assertThat(this.webhooks.awaitDeliveries()).isEmpty();
		assertThat(this.application.received()).isEmpty();
	}

	@Test
	void initialDataIsNotAnnounced() {
		try (ScalekitServer other = ScalekitServer.builder()
			.webhookTarget(this.application.uri())
			.initialData((data) -> data.organizations().add("Acme"))
			.start()) {
			other.reset();
			other.organizations().add("Other");
			other.webhooks().awaitDelivery("organization.created");
			assertThat(this.application.only().data().get("display_name").stringValue()).isEqualTo("Other");
		}
	}

	@Test
	void resetDropsWhatIsNotDelivered() {
		this.webhooks.retries(Duration.ofDays(1));
		this.webhooks.target(this.application.uri());
		this.application.answer(500);
		this.server.organizations().addMany(2);
		while (this.webhooks.deliveries().isEmpty()) {
			Thread.onSpinWait();
		}
		this.server.reset();
		assertThat(this.webhooks.awaitDeliveries()).isEmpty();
		this.server.organizations().add("Other");
		this.webhooks.awaitDelivery("organization.created");
		assertThat(this.application.received())
			.extracting((request) -> request.data().get("display_name").stringValue())
			.containsExactly("Organization 1", "Other");
	}

	@Test
	void resetWaitsForWhatIsOnItsWay() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch reset = new CountDownLatch(1);
		this.application.onRequest(() -> {
			arrived.countDown();
			awaitBlockedReset(reset);
			this.server.organizations().add("Made by a listener");
		});
		this.webhooks.target(this.application.uri());
		this.server.organizations().addMany(2);
		assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
		this.server.reset();
		reset.countDown();
		assertThat(this.application.received()).hasSize(1);
		assertThat(this.server.organizations().count()).isZero();
		assertThat(this.webhooks.awaitDeliveries()).isEmpty();
	}

	/**
	 * Returns when the test waits in its reset, or has not done so.
	 */
	private static void awaitBlockedReset(CountDownLatch reset) {
		while (reset.getCount() > 0 && Thread.getAllStackTraces()
			.values()
			.stream()
			.flatMap(Arrays::stream)
			.noneMatch((frame) -> frame.getClassName().equals(Dispatcher.class.getName())
					&& frame.getMethodName().equals("reset"))) {
			Thread.onSpinWait();
		}
	}

	@Test
	void testDeliversToTarget() {
		this.webhooks.target(this.application.uri());
		assertThat(this.webhooks.target()).isEqualTo(this.application.uri());
		assertThat(this.webhooks.event("user.login").deliver().status()).isEqualTo(204);
		assertThat(this.application.types()).containsExactly("user.login");
		this.webhooks.target(null);
		assertThatIllegalStateException().isThrownBy(() -> this.webhooks.event("user.login").id("evt_1").deliver())
			.withMessage("There is no target for WebhookEvent[id=evt_1, type=user.login]. "
					+ "Set one, or start the web server of the application under test");
	}

	@Test
	void closedServerDeliversNothing() {
		this.webhooks.retries(Duration.ofDays(1));
		this.webhooks.target(this.application.uri());
		this.application.answer(500);
		this.server.organizations().addMany(2);
		while (this.application.received().isEmpty()) {
			Thread.onSpinWait();
		}
		this.server.close();
		this.server.organizations().add("Acme");
		assertThat(this.webhooks.awaitDeliveries()).isEmpty();
		assertThat(this.application.received()).hasSize(1);
	}

}
