/**
 * What Scalekit has sent to the application, as it arrives.
 */
@NullMarked
package com.example.console.webhooks;

import org.jspecify.annotations.NullMarked;
