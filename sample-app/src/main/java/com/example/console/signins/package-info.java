/**
 * Who has signed in to an organization, or has tried.
 */
@NullMarked
package com.example.console.signins;

import org.jspecify.annotations.NullMarked;
