/**
 * The domains of an organization.
 */
@NullMarked
package com.example.console.domains;

import org.jspecify.annotations.NullMarked;
