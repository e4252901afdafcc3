/** Compares detection rules, ours and those of others, on simulated worlds and on real logs. */
@NullMarked
package dev.rampart.benchmark.detection;

import org.jspecify.annotations.NullMarked;
