/**
 * The users: those of an organization, and those of all organizations.
 */
@NullMarked
package com.example.console.users;

import org.jspecify.annotations.NullMarked;
