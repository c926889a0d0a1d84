package com.scalekit.spring.client.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an operation may be repeated although its HTTP method does not promise it,
 * such as one that enables something with {@code PATCH}. It is retried like a
 * {@code PUT}.
 * <p>
 * Scalekit does not document which of its operations are idempotent. The ones that carry
 * this annotation set a state that the request names, so that a repetition changes
 * nothing.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

	/**
	 * Whether the operation only reads, in spite of its HTTP method. It is retried like a
	 * {@code GET} then.
	 * @return {@code true} for an operation that changes nothing
	 */
	boolean safe() default false;

}
