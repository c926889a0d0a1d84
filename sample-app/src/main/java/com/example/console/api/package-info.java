/**
 * A small API for programs, protected by the tokens of Scalekit.
 */
@NullMarked
package com.example.console.api;

import org.jspecify.annotations.NullMarked;
