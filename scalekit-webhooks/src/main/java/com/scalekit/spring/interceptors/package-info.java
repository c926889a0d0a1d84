/**
 * Interceptors: what Scalekit asks the application before a sign-up, a session, an
 * invitation or a machine token.
 */
@NullMarked
package com.scalekit.spring.interceptors;

import org.jspecify.annotations.NullMarked;
