/**
 * Domains of organizations.
 */
@NullMarked
package com.scalekit.spring.client.domains;

import org.jspecify.annotations.NullMarked;
