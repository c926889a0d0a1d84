/**
 * Events that Scalekit sends to webhooks.
 */
@NullMarked
package com.scalekit.spring.webhooks.events;

import org.jspecify.annotations.NullMarked;
