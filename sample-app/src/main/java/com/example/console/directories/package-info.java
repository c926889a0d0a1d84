/**
 * The directories from which the people of an organization are synchronized.
 */
@NullMarked
package com.example.console.directories;

import org.jspecify.annotations.NullMarked;
