package com.scalekit.spring.client.directories;

import org.jspecify.annotations.Nullable;

/**
 * What became of enabling or disabling a directory. Scalekit may report a failure in this
 * way and not as an error: check the state.
 *
 * @param enabled whether the directory is synchronized now
 * @param errorMessage why the state did not change, such as that it was the desired one
 * before; {@code null} if it did
 */
public record DirectoryToggle(boolean enabled, @Nullable String errorMessage) {

}
