/**
 * What all forms share: errors beside their fields, and nothing is overwritten silently.
 */
@NullMarked
package com.example.console.forms;

import org.jspecify.annotations.NullMarked;
