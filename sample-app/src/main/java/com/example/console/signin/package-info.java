/**
 * Who is in front of the console, and what they may see and change.
 */
@NullMarked
package com.example.console.signin;

import org.jspecify.annotations.NullMarked;
