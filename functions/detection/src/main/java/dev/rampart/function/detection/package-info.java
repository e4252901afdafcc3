/** The detection function: its handler and its composition root. */
@NullMarked
package dev.rampart.function.detection;

import org.jspecify.annotations.NullMarked;
