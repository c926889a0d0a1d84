package com.scalekit.spring.client.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an argument a member of the JSON object that is the body of the request. It must
 * not be {@code null}. On an argument that is a path variable, the value is sent in both
 * places.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyMember {

	/**
	 * The name of the member.
	 * @return the name
	 */
	String value();

}
