/**
 * Resource server: access tokens and API tokens of Scalekit as bearer tokens.
 */
@NullMarked
package com.scalekit.spring.security.resource;

import org.jspecify.annotations.NullMarked;
