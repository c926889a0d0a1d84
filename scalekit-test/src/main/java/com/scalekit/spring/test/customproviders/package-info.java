/**
 * Providers that an environment defines itself.
 */
@NullMarked
package com.scalekit.spring.test.customproviders;

import org.jspecify.annotations.NullMarked;
