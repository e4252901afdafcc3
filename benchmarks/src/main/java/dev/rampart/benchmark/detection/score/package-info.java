/** Says how often and how fast a rule is right on simulated worlds. */
@NullMarked
package dev.rampart.benchmark.detection.score;

import org.jspecify.annotations.NullMarked;
