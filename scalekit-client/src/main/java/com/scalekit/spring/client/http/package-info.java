/**
 * How a call travels: deadline, argument checks, JSON and paging.
 */
@NullMarked
package com.scalekit.spring.client.http;

import org.jspecify.annotations.NullMarked;
