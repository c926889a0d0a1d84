/**
 * The operations of the REST API and their types, as a table. It is there for the server
 * and for the tests of this project, and may change in any release.
 */
@NullMarked
package com.scalekit.spring.test.api;

import org.jspecify.annotations.NullMarked;
