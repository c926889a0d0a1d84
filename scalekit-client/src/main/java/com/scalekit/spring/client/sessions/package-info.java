/**
 * Sessions of users.
 */
@NullMarked
package com.scalekit.spring.client.sessions;

import org.jspecify.annotations.NullMarked;
