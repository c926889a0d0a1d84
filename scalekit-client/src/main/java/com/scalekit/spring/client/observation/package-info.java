/**
 * What the clients tell about their work.
 */
@NullMarked
package com.scalekit.spring.client.observation;

import org.jspecify.annotations.NullMarked;
