package com.scalekit.spring.client.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that Scalekit wraps an object in another one with a single interesting member, as
 * in {@code {"organization":{...}}}. Responses are unwrapped when they are read; requests
 * are wrapped only if asked for, since most of them are sent bare.
 * <p>
 * On a type, it applies to each response and request of that type. On a method, it names
 * the member that the method returns, such as a list or a number, and takes precedence
 * over the type.
 */
@Documented
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
public @interface Enveloped {

	/**
	 * The name of the member that holds the object.
	 * @return the member's name
	 */
	String value();

	/**
	 * Whether the object is wrapped in requests, too. Has no effect on a method.
	 * @return {@code true} to wrap it in requests
	 */
	boolean inRequests() default false;

}
