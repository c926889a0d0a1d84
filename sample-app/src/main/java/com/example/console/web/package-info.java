/**
 * What all pages share: error pages and protection from other sites.
 */
@NullMarked
package com.example.console.web;

import org.jspecify.annotations.NullMarked;
