/**
 * Memberships of users in organizations.
 */
@NullMarked
package com.scalekit.spring.client.memberships;

import org.jspecify.annotations.NullMarked;
