/** The monitoring function: its handler and its composition root. */
@NullMarked
package dev.rampart.function.monitoring;

import org.jspecify.annotations.NullMarked;
