/**
 * The code that the documentation shows.
 */
@NullMarked
package com.example.reference;

import org.jspecify.annotations.NullMarked;
