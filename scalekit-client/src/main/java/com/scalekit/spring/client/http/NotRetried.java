package com.scalekit.spring.client.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a call is not tried again, whatever has failed, such as one that reaches
 * beyond Scalekit. Only when the access token is refused, the request is sent once more
 * with a new one.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotRetried {

}
