package com.scalekit.spring.security;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves parameters of type {@link ScalekitPrincipal} in controllers of Spring MVC. If
 * Scalekit has not authenticated the caller, access is denied unless the parameter is
 * optional or nullable.
 */
public final class ScalekitPrincipalMethodArgumentResolver implements HandlerMethodArgumentResolver {

	private final SecurityContextHolderStrategy securityContextHolderStrategy;

	/**
	 * Creates a resolver.
	 */
	public ScalekitPrincipalMethodArgumentResolver() {
		this.securityContextHolderStrategy = SecurityContextHolder.getContextHolderStrategy();
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.nestedIfOptional().getNestedParameterType() == ScalekitPrincipal.class;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		Authentication authentication = this.securityContextHolderStrategy.getContext().getAuthentication();
		if (parameter.getParameterType() == Optional.class) {
			return ScalekitPrincipal.find(authentication);
		}
		return parameter.isOptional() ? ScalekitPrincipal.find(authentication).orElse(null)
				: ScalekitPrincipal.of(authentication);
	}

}
