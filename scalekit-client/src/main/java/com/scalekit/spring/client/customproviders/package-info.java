/**
 * Providers of an environment itself: services that Scalekit does not know.
 */
@NullMarked
package com.scalekit.spring.client.customproviders;

import org.jspecify.annotations.NullMarked;
