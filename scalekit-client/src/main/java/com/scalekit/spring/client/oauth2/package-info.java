/**
 * The access token: how it is fetched, kept, sent and replaced.
 */
@NullMarked
package com.scalekit.spring.client.oauth2;

import org.jspecify.annotations.NullMarked;
