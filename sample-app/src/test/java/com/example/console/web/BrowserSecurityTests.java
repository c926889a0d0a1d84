package com.example.console.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = "scalekit.environment-url=")
@AutoConfigureMockMvc
class BrowserSecurityTests {

	@Autowired
	private MockMvcTester console;

	@Autowired
	private ScalekitServer scalekit;

	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site", "Origin,https://other.example",
			"Origin,http://localhost:1", "Origin,null", "Accept,*/*" })
	void refusesChangesThatMayComeFromOtherSites(String header, String value) {
		int count = this.scalekit.organizations().count();
		assertThat(this.console.post().uri("/organizations/new").header(header, value).param("displayName", "Acme"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.scalekit.organizations().count()).isEqualTo(count);
	}

	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Site,same-origin", "Sec-Fetch-Site,none", "Origin,http://localhost" })
	void acceptsChangesFromItsOwnPages(String header, String value) {
		assertThat(this.console.post().uri("/organizations/new").header(header, value).param("displayName", "Acme"))
			.hasStatus3xxRedirection();
	}

	@Test
	void refusesOtherNamesForThisMachine() {
		assertThat(this.console.get().uri("http://other.example/organizations")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.console.post()
			.uri("http://other.example/organizations/new")
			.header("Sec-Fetch-Site", "same-origin")
			.param("displayName", "Acme")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.console.get().uri("http://127.0.0.1/organizations")).hasStatusOk();
	}

	@Test
	void acceptsLinksFromOtherSites() {
		assertThat(this.console.get().uri("/organizations").header("Sec-Fetch-Site", "cross-site")).hasStatusOk();
	}

	@Test
	void allowsNothingOnAPageThatIsNotItsOwn() {
		assertThat(this.console.get().uri("/organizations")).headers()
			.hasValue("X-Content-Type-Options", "nosniff")
			.hasValue("Referrer-Policy", "same-origin")
			.hasHeaderSatisfying("Content-Security-Policy",
					(values) -> assertThat(values).singleElement()
						.asString()
						.contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
						.doesNotContain("unsafe"));
	}

}
