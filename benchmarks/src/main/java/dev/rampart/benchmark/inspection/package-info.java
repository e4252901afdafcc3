/** Learns the inspector's weights, and measures its accuracy and speed. */
@NullMarked
package dev.rampart.benchmark.inspection;

import org.jspecify.annotations.NullMarked;
