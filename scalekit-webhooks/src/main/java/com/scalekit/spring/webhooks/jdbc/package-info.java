/**
 * Inbox in a relational database.
 */
@NullMarked
package com.scalekit.spring.webhooks.jdbc;

import org.jspecify.annotations.NullMarked;
