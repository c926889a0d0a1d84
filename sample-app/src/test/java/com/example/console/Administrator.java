package com.example.console;

import java.util.Arrays;

import com.example.console.signin.Operator;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Lets an administrator make the requests of {@code MockMvc}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Administrator {

	@Bean
	MockMvcBuilderCustomizer administratorCustomizer(ClientRegistrationRepository registrations, Operator operator) {
		return (builder) -> builder
			.defaultRequest(get("/").with(member(registrations, operator.organizationId(), "console:manage")));
	}

	/**
	 * Sign a member of an organization in.
	 * @param registrations the registrations of the console
	 * @param organizationId the id of the organization
	 * @param permissions the permissions of the member
	 * @return the post-processor
	 */
	public static RequestPostProcessor member(ClientRegistrationRepository registrations, String organizationId,
			String... permissions) {
		SimpleGrantedAuthority[] authorities = Arrays.stream(permissions)
			.map(SimpleGrantedAuthority::new)
			.toArray(SimpleGrantedAuthority[]::new);
		return oidcLogin().clientRegistration(registrations.findByRegistrationId("scalekit"))
			.authorities(authorities)
			.idToken((token) -> token.claim("oid", organizationId));
	}

}
