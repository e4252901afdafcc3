/** The rules of other products, from what they publish about them, in our own words. */
@NullMarked
package dev.rampart.benchmark.detection.peer;

import org.jspecify.annotations.NullMarked;
