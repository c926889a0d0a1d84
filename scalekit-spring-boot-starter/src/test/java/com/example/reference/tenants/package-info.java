/**
 * The application of the documentation, and its tests.
 */
@NullMarked
package com.example.reference.tenants;

import org.jspecify.annotations.NullMarked;
