/**
 * The login of the users of the server: OpenID Connect, with a page for people.
 */
@NullMarked
package com.scalekit.spring.test.oidc;

import org.jspecify.annotations.NullMarked;
