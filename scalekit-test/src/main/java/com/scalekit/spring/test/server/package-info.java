/**
 * HTTP, routing, faults and the journal. These are mechanics of the server and of its API
 * groups: tests need none of them, and they may change in any release.
 */
@NullMarked
package com.scalekit.spring.test.server;

import org.jspecify.annotations.NullMarked;
