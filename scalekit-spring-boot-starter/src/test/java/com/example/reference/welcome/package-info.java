/**
 * The application of the documentation that receives webhooks, and its tests.
 */
@NullMarked
package com.example.reference.welcome;

import org.jspecify.annotations.NullMarked;
