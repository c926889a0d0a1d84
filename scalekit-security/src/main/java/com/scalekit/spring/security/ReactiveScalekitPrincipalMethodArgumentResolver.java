package com.scalekit.spring.security;

import java.util.Optional;

import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/**
 * Resolves parameters of type {@link ScalekitPrincipal}, or a {@code Mono} of it, in
 * controllers of Spring WebFlux. If Scalekit has not authenticated the caller, access is
 * denied unless the parameter is optional or nullable.
 */
public final class ReactiveScalekitPrincipalMethodArgumentResolver implements HandlerMethodArgumentResolver {

	/**
	 * Creates a resolver.
	 */
	public ReactiveScalekitPrincipalMethodArgumentResolver() {
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		MethodParameter value = (parameter.getParameterType() == Mono.class) ? parameter.nested()
				: parameter.nestedIfOptional();
		return value.getNestedParameterType() == ScalekitPrincipal.class;
	}

	@Override
	public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext bindingContext,
			ServerWebExchange exchange) {
		Mono<Optional<ScalekitPrincipal>> found = ReactiveSecurityContextHolder.getContext()
			.mapNotNull(SecurityContext::getAuthentication)
			.map(ScalekitPrincipal::find)
			.defaultIfEmpty(Optional.empty());
		if (parameter.getParameterType() == Optional.class) {
			return found.cast(Object.class);
		}
		if (parameter.isOptional()) {
			return found.flatMap(Mono::justOrEmpty);
		}
		Mono<ScalekitPrincipal> caller = found
			.map((principal) -> principal.orElseGet(() -> ScalekitPrincipal.of(null)));
		return (parameter.getParameterType() == Mono.class)
				? Mono.deferContextual((context) -> Mono.just(caller.contextWrite(context)))
				: caller.cast(Object.class);
	}

}
