/**
 * The labelled values that everything here judges or learns from: read from files, or generated.
 */
@NullMarked
package dev.rampart.benchmark.inspection.corpus;

import org.jspecify.annotations.NullMarked;
