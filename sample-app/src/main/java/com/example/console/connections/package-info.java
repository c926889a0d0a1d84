/**
 * The connections through which the users of an organization sign in.
 */
@NullMarked
package com.example.console.connections;

import org.jspecify.annotations.NullMarked;
