/** Says what a rule finds in recorded logs. */
@NullMarked
package dev.rampart.benchmark.detection.reallog;

import org.jspecify.annotations.NullMarked;
