/**
 * An application whose chats use tools.
 */
@NullMarked
package com.example.chat;

import org.jspecify.annotations.NullMarked;
