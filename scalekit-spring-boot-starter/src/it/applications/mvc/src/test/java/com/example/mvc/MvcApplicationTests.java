package com.example.mvc;

import java.io.IOException;
import java.net.http.HttpResponse;

import com.example.test.ApplicationTests;
import com.example.test.RunningApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class MvcApplicationTests extends ApplicationTests {

	MvcApplicationTests() {
		super(MvcApplication.class);
	}

	@ParameterizedTest
	@MethodSource("both")
	void answersWithoutLogin(RunningApplication application) throws Exception {
		HttpResponse<String> response = application.get("/hi");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"greetingText\":\"hi\"}");
		assertThat(response.headers().map()).doesNotContainKeys("set-cookie", "x-frame-options", "cache-control");
	}

	@ParameterizedTest
	@MethodSource("both")
	void isAServletApplicationOnly(RunningApplication application) {
		assertThat(application.context()).isInstanceOf(WebApplicationContext.class);
		assertThat(application.context().getBeanProvider(DispatcherServletAutoConfiguration.class)).isNotEmpty();
		assertThat(application.context().getBeanDefinitionNames())
			.noneMatch((name) -> name.matches(".*(springframework\\.boot\\.(security|webflux)|[sS]pringSecurity).*"));
	}

	@Test
	void callsScalekit() throws Exception {
		String id = this.scalekit.organizations().add("Acme");
		assertThat(this.with.get("/organizations").body()).isEqualTo("1");
		assertThat(this.with.get("/organizations/" + id).body()).isEqualTo("Acme");
	}

	@Test
	void errorOfScalekitIsNotPassedOn() throws IOException, InterruptedException {
		assertThat(this.with.get("/organizations/org_1").statusCode()).isEqualTo(500);
	}

	@ParameterizedTest
	@CsvSource({ "login, spring-boot-starter-security-oauth2-client",
			"resource-server, spring-boot-starter-security-oauth2-resource-server" })
	@ExtendWith(OutputCaptureExtension.class)
	void missingStarterIsNamed(String side, String starter, CapturedOutput output) {
		String property = "scalekit." + side + ".enabled";
		assertThatException().isThrownBy(() -> start("without a starter", "--" + property + "=true"));
		assertThat(output).contains("Property: " + property,
				"Set " + property + " to false, or add the dependency org.springframework.boot:" + starter + ".");
	}

}
