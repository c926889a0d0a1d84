/**
 * JSON as Scalekit sends it. Not for applications: these types may change in any release.
 */
@NullMarked
package com.scalekit.spring.webhooks.json;

import org.jspecify.annotations.NullMarked;
