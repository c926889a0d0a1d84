package com.scalekit.spring.interceptors;

/**
 * Decides for the application whether Scalekit goes on. Which trigger an interceptor
 * answers follows from the type of its requests:
 *
 * <pre class="code">
 * &#064;Bean
 * ScalekitInterceptor&lt;PreSignup&gt; companyMailOnly() {
 * 	return (signup) -&gt; signup.email().endsWith("@acme.com") ? signup.allow()
 * 			: signup.deny("Use your company address");
 * }
 * </pre>
 *
 * Scalekit waits for the answer, usually 3 to 5 seconds, and may ask more than once: an
 * interceptor must be fast and idempotent.
 *
 * @param <R> the type of the requests
 */
@FunctionalInterface
public interface ScalekitInterceptor<R extends InterceptorRequest> {

	/**
	 * Decides on a request.
	 * @param request the request
	 * @return one of the decisions that the request offers
	 */
	Decision intercept(R request);

}
