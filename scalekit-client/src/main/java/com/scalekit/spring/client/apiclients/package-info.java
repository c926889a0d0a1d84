/**
 * API clients of organizations, which get access tokens without a user.
 */
@NullMarked
package com.scalekit.spring.client.apiclients;

import org.jspecify.annotations.NullMarked;
