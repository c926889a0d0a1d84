/**
 * The directories of the server, with their users and groups.
 */
@NullMarked
package com.scalekit.spring.test.directories;

import org.jspecify.annotations.NullMarked;
