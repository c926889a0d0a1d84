/**
 * The organizations: looking for them, changing them, exporting them.
 */
@NullMarked
package com.example.console.organizations;

import org.jspecify.annotations.NullMarked;
