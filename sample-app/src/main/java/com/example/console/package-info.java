/**
 * A tenant console: the organizations of a Scalekit environment, in a browser.
 */
@NullMarked
package com.example.console;

import org.jspecify.annotations.NullMarked;
