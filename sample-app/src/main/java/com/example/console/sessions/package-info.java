/**
 * Who is signed in to an organization, and how to end that.
 */
@NullMarked
package com.example.console.sessions;

import org.jspecify.annotations.NullMarked;
