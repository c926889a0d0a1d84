/**
 * The users of the server, and their memberships in organizations.
 */
@NullMarked
package com.scalekit.spring.test.users;

import org.jspecify.annotations.NullMarked;
