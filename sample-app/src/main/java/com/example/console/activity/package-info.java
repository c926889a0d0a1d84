/**
 * What the starter does for the application, as its meters tell it.
 */
@NullMarked
package com.example.console.activity;

import org.jspecify.annotations.NullMarked;
