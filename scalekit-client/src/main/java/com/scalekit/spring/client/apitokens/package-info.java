/**
 * API tokens of organizations and users.
 */
@NullMarked
package com.scalekit.spring.client.apitokens;

import org.jspecify.annotations.NullMarked;
