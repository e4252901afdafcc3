/** Reads recorded lines: from files, folders and compressed files, of several formats. */
@NullMarked
package dev.rampart.replay.input;

import org.jspecify.annotations.NullMarked;
