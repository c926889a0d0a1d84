/**
 * Organizations, the tenants of a Scalekit environment.
 */
@NullMarked
package com.scalekit.spring.client.organizations;

import org.jspecify.annotations.NullMarked;
