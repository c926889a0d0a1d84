package com.scalekit.spring.boot.autoconfigure.security.login;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.boot.autoconfigure.security.login.Browser.Page;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logins that the application refreshes before their tokens are over.
 */
@ParameterizedClass
@EnumSource(Stack.class)
@ExtendWith(OutputCaptureExtension.class)
class RefresherTests {

	private static ScalekitServer scalekit;

	private static LoginApplication application;

	@Parameter
	Stack stack;

	private String organizationId;

	private String userId;

	private Browser browser;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		scalekit = ScalekitServer.start();
		application = LoginApplication.start(stack, scalekit,
				"--scalekit.login.scope=openid,profile,email,offline_access", "--scalekit.request-timeout=2s");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
		scalekit.close();
	}

	@BeforeEach
	void signIn() {
		scalekit.reset();
		scalekit.roles().add("planner");
		this.organizationId = scalekit.organizations().add("Acme");
		this.userId = scalekit.users().add("ann@acme.com", (user) -> user.memberOf(this.organizationId, "planner"));
		scalekit.users().signIn("ann@acme.com");
		this.browser = application.browser();
		this.browser.open("/");
	}

	@Test
	void rolesAreThoseThatScalekitKnowsNow() {
		String token = this.browser.get("/token").body();
		scalekit.users().setRoles(this.userId, this.organizationId, "admin");
		assertThat(this.browser.get("/authorities").body()).contains("ROLE_planner").doesNotContain("ROLE_admin");
		Page refreshed = this.browser.get("/refresh");
		assertThat(refreshed.status()).isEqualTo(200);
		if (this.stack == Stack.MVC) {
			assertThat(refreshed.body()).contains("ROLE_admin").doesNotContain("ROLE_planner");
		}
		assertThat(this.browser.get("/authorities").body()).contains("ROLE_admin", "OIDC_USER")
			.doesNotContain("ROLE_planner");
		assertThat(this.browser.get("/token").body()).isNotEqualTo(token);
		assertThat(scalekit.requests("POST /oauth/token")).hasSize(2);
	}

	@Test
	void loginIsRefreshedAgainAndAgain() {
		for (int i = 0; i < 3; i++) {
			assertThat(this.browser.get("/refresh").status()).isEqualTo(200);
		}
		assertThat(scalekit.requests("POST /oauth/token")).hasSize(4);
	}

	@Test
	void requestsThatComeTogetherAllSucceed() throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(8);
		try {
			List<Future<Page>> pages = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				String path = (i % 2 == 0) ? "/refresh" : "/token";
				pages.add(executor.submit(() -> this.browser.get(path)));
			}
			for (Future<Page> page : pages) {
				assertThat(page.get().status()).isEqualTo(200);
			}
		}
		finally {
			executor.shutdown();
		}
		assertThat(this.browser.get("/me").status()).isEqualTo(200);
		assertThat(scalekit.requests("POST /oauth/token")).hasSizeGreaterThan(1)
			.allSatisfy((request) -> assertThat(request.status()).isEqualTo(200));
	}

	@Test
	void userSignsInAgainIfTheSessionHasEnded() {
		scalekit.sessions().end(scalekit.sessions().all(this.userId).get(0).sessionId());
		assertThat(this.browser.get("/refresh").location()).startsWith(scalekit.url() + "/oauth/authorize?");
		assertThat(this.browser.get("/me").status()).isEqualTo(302);
	}

	@Test
	void loginStaysAsItIsWhileScalekitDoesNotAnswer(CapturedOutput output) {
		String token = this.browser.get("/token").body();
		scalekit.tokens().endpointDown();
		assertThat(this.browser.get("/refresh").status()).isEqualTo(500);
		assertThat(output).contains("ScalekitTokenException: The login cannot be refreshed");
		assertThat(this.browser.get("/me").status()).isEqualTo(200);
		assertThat(this.browser.get("/token").body()).isEqualTo(token);
		scalekit.tokens().endpointUp();
		assertThat(this.browser.get("/refresh").status()).isEqualTo(200);
	}

}
