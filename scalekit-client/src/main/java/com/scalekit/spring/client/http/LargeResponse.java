package com.scalekit.spring.client.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a response may be larger than others. It is read up to this limit if that is
 * larger than the configured one.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LargeResponse {

	/**
	 * How much is read of the response.
	 * @return the limit in megabytes
	 */
	int megabytes();

}
