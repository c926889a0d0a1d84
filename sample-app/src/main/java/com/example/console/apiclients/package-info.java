/**
 * The API clients of an organization, and their secrets.
 */
@NullMarked
package com.example.console.apiclients;

import org.jspecify.annotations.NullMarked;
