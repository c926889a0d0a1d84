/**
 * Roles of the environment and of its organizations, and the permissions they consist of.
 */
@NullMarked
package com.example.console.roles;

import org.jspecify.annotations.NullMarked;
