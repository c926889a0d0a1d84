package com.scalekit.spring.client.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an operation may take longer than others. The call, and the time to wait for
 * data of its response, are bounded by this timeout if it is longer than the configured
 * ones.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Timeout {

	/**
	 * How long the operation may take.
	 * @return the timeout in seconds
	 */
	int seconds();

}
