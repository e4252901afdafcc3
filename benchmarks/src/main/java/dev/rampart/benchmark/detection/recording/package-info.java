/** Measures how fast recorded log lines are replayed. */
@NullMarked
package dev.rampart.benchmark.detection.recording;

import org.jspecify.annotations.NullMarked;
