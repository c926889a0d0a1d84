/**
 * The callers of an application that Scalekit has signed in: who they are, for which
 * organization they act, and which authorities they have.
 */
@NullMarked
package com.scalekit.spring.security;

import org.jspecify.annotations.NullMarked;
