package com.scalekit.spring.boot.test;

import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webclient.test.autoconfigure.WebClientTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import com.scalekit.spring.client.organizations.OrganizationPage;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

/**
 * What the tests of an application get.
 */
class SliceTests {

	private static OrganizationPage page(long totalSize) {
		return new OrganizationPage(List.of(), null, null, totalSize);
	}

	@Nested
	@WebClientTest
	@Import(Tenants.class)
	class WebClientSlice {

		private static final ScalekitServer server = ScalekitServer.start();

		@DynamicPropertySource
		static void scalekit(DynamicPropertyRegistry registry) {
			registry.add("scalekit.environment-url", server::url);
			registry.add("scalekit.client-id", server::clientId);
			registry.add("scalekit.client-secret", server::clientSecret);
		}

		@Test
		void hasTheClients(@Autowired Tenants tenants, @Autowired ReactiveOrganizationsClient organizations) {
			assertThat(tenants.count()).isZero();
			assertThat(organizations.list().block()).isNotNull();
		}

	}

	@Nested
	@WebClientTest(properties = { "scalekit.environment-url=https://acme.scalekit.com", "scalekit.client-id=skc_1",
			"scalekit.client-secret=test_secret", "scalekit.http.ssl.bundle=acme",
			"spring.ssl.bundle.pem.acme.truststore.certificate=" })
	class WebClientSliceWithSslBundle {

		@Test
		void hasTheBundle(@Autowired OrganizationsClient organizations) {
			assertThat(organizations).isNotNull();
		}

	}

	@Nested
	@WebClientTest
	@Import(Tenants.class)
	class WebClientSliceWithoutConnection {

		@MockitoBean
		private OrganizationsClient organizations;

		@Test
		void needsAMockOnly(@Autowired Tenants tenants, @Autowired ApplicationContext context) {
			given(this.organizations.list()).willReturn(page(3));
			assertThat(tenants.count()).isEqualTo(3);
			assertThat(context.getBeansOfType(ReactiveOrganizationsClient.class)).isEmpty();
		}

	}

	@Nested
	@SpringBootTest(properties = { "scalekit.environment-url=https://acme.scalekit.com", "scalekit.client-id=skc_1",
			"scalekit.client-secret=test_secret" })
	@Import(Tenants.class)
	class WholeApplication {

		@MockitoBean
		private OrganizationsClient organizations;

		@Test
		void mockReplacesTheClient(@Autowired Tenants tenants, @Autowired ApplicationContext context) {
			given(this.organizations.list()).willReturn(page(3));
			assertThat(tenants.count()).isEqualTo(3);
			assertThat(context.getBeansOfType(OrganizationsClient.class)).hasSize(1);
		}

	}

	@Nested
	@SpringBootTest
	@Import(Tenants.class)
	class WholeApplicationWithSpy {

		private static final ScalekitServer server = ScalekitServer.start();

		@MockitoSpyBean
		private OrganizationsClient organizations;

		@DynamicPropertySource
		static void scalekit(DynamicPropertyRegistry registry) {
			registry.add("scalekit.environment-url", server::url);
			registry.add("scalekit.client-id", server::clientId);
			registry.add("scalekit.client-secret", server::clientSecret);
		}

		@Test
		void spySeesTheCallsOfTheClient(@Autowired Tenants tenants) {
			assertThat(tenants.count()).isZero();
			then(this.organizations).should().list();
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

	static class Tenants {

		private final OrganizationsClient organizations;

		Tenants(OrganizationsClient organizations) {
			this.organizations = organizations;
		}

		long count() {
			return this.organizations.list().totalSize();
		}

	}

}
