/**
 * Directories, from which the users and groups of an organization are synchronized.
 */
@NullMarked
package com.scalekit.spring.client.directories;

import org.jspecify.annotations.NullMarked;
