/** Says what detection costs: time, memory and stored bytes. */
@NullMarked
package dev.rampart.benchmark.detection.cost;

import org.jspecify.annotations.NullMarked;
