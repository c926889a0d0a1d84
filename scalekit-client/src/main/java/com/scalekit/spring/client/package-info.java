/**
 * Entry point to the Scalekit REST API: everything wired for one environment.
 *
 * @serial exclude
 */
@NullMarked
package com.scalekit.spring.client;

import org.jspecify.annotations.NullMarked;
