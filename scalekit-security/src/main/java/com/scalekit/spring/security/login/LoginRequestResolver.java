package com.scalekit.spring.security.login;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import com.scalekit.spring.security.login.EntryParameters.Entry;

/**
 * Routes the logins of Scalekit. Those of other registrations stay as they are.
 */
final class LoginRequestResolver implements OAuth2AuthorizationRequestResolver {

	private final OAuth2AuthorizationRequestResolver delegate;

	private final EntryParameters parameters;

	private final RequestCache requestCache;

	LoginRequestResolver(ScalekitLogin login, ClientRegistrationRepository registrations, RequestCache requestCache) {
		this.delegate = new DefaultOAuth2AuthorizationRequestResolver(registrations);
		this.parameters = new EntryParameters(login);
		this.requestCache = requestCache;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		OAuth2AuthorizationRequest resolved = this.delegate.resolve(request);
		if (resolved == null || !isScalekit(resolved)) {
			return resolved;
		}
		Entry entry = this.parameters.read(parameters(request));
		if (entry.relayState() != null) {
			goThereAfterwards(entry.relayState(), request);
		}
		return entry.applyTo(resolved);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
		OAuth2AuthorizationRequest resolved = this.delegate.resolve(request, registrationId);
		return (resolved == null || !isScalekit(resolved)) ? resolved : this.parameters.none().applyTo(resolved);
	}

	private void goThereAfterwards(String path, HttpServletRequest request) {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
				&& attributes.getResponse() != null) {
			this.requestCache.saveRequest(new RelayStateRequest(request, path), attributes.getResponse());
		}
	}

	private static boolean isScalekit(OAuth2AuthorizationRequest request) {
		return ScalekitLogin.isScalekit(request.getAttribute(OAuth2ParameterNames.REGISTRATION_ID));
	}

	private static MultiValueMap<String, String> parameters(HttpServletRequest request) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		request.getParameterMap().forEach((name, values) -> {
			for (String value : values) {
				parameters.add(name, value);
			}
		});
		return parameters;
	}

}
