/**
 * What the server sends: webhooks, and questions to interceptors.
 */
@NullMarked
package com.scalekit.spring.test.webhooks;

import org.jspecify.annotations.NullMarked;
