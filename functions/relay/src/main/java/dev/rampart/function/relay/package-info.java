/** The relay function: its handler and its composition root. */
@NullMarked
package dev.rampart.function.relay;

import org.jspecify.annotations.NullMarked;
