package com.scalekit.spring.interceptors;

import org.jspecify.annotations.Nullable;

/**
 * Answer to a request.
 *
 * @param outcome what became of the request
 * @param trigger the trigger, such as {@code PRE_SIGNUP}, {@code unknown} if this version
 * does not know it, {@code null} if the request was refused
 * @param body the JSON to answer with success, {@code null} if there is none, so that the
 * policy in the Scalekit dashboard decides
 */
public record InterceptorAnswer(InterceptorOutcome outcome, @Nullable String trigger, @Nullable String body) {

}
