/**
 * Inbox in Redis.
 */
@NullMarked
package com.scalekit.spring.webhooks.redis;

import org.jspecify.annotations.NullMarked;
