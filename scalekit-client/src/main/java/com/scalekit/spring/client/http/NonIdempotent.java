package com.scalekit.spring.client.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an operation must not be repeated although its HTTP method could be, such as
 * one that creates something with {@code PUT}. It is only sent again if the server
 * provably has not executed it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NonIdempotent {

}
