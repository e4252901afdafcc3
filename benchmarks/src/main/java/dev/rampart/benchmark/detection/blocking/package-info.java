/** What the automatic response would block in simulated worlds. */
@NullMarked
package dev.rampart.benchmark.detection.blocking;

import org.jspecify.annotations.NullMarked;
