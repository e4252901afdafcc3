/** Simulated hours of signals, with what is true about them. */
@NullMarked
package dev.rampart.benchmark.detection.world;

import org.jspecify.annotations.NullMarked;
