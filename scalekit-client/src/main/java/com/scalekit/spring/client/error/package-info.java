/**
 * Errors of the Scalekit REST API, as Spring exceptions.
 *
 * @serial exclude
 */
@NullMarked
package com.scalekit.spring.client.error;

import org.jspecify.annotations.NullMarked;
