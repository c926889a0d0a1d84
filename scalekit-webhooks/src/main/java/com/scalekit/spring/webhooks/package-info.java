/**
 * Webhooks that Scalekit sends: verified, decoded, handled once and published as
 * application events. Usable without HTTP, for example by the consumer of a queue.
 */
@NullMarked
package com.scalekit.spring.webhooks;

import org.jspecify.annotations.NullMarked;
