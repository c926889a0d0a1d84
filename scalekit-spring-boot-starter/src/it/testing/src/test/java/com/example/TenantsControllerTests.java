package com.example;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest
@Import(Tenants.class)
@AutoConfigureScalekitServer
class TenantsControllerTests {

	@Test
	void showsName(@Autowired MockMvcTester mvc, @Autowired ScalekitServer scalekit) {
		scalekit.organizations().add("Acme", "t-1");
		assertThat(mvc.get().uri("/tenants/t-1")).hasStatusOk().bodyText().isEqualTo("Acme");
	}

}
