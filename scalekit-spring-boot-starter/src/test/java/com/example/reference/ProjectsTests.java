package com.example.reference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.oauth2.BrokenToken;
import com.scalekit.spring.test.oauth2.NewToken;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.MOCK, properties = "scalekit.resource-server.enabled=true")
@AutoConfigureScalekitServer
class ProjectsTests {

	@Autowired
	private ScalekitServer scalekit;

	private MockMvcTester client;

	@BeforeEach
	void createClient(@Autowired WebApplicationContext context, @Autowired FilterChainProxy security) {
		this.client = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context).addFilters(security).build());
	}

	@Test
	void projectsOfMyOrganization() {
		String token = this.scalekit.accessTokens()
			.user("usr_1")
			.organization("org_1")
			.permission("projects:read")
			.sign();
		assertThat(this.client.get().uri("/projects").headers((headers) -> headers.setBearerAuth(token))).hasStatusOk();
	}

	@Test
	void nobodyElse() {
		NewToken token = this.scalekit.accessTokens().user("usr_1").organization("org_1");
		assertThat(this.client.get().uri("/projects")).hasStatus(401);
		assertThat(this.client.get().uri("/projects").headers((headers) -> headers.setBearerAuth(token.sign())))
			.hasStatus(403);
		assertThat(this.client.get()
			.uri("/projects")
			.headers((headers) -> headers.setBearerAuth(token.broken(BrokenToken.WRONG_AUDIENCE).sign())))
			.hasStatus(401);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Projects.class)
	static class Application {

	}

}
