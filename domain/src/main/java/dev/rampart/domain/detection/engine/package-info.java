/** The engine: which subjects a signal is counted under, and what the detectors make of them. */
@NullMarked
package dev.rampart.domain.detection.engine;

import org.jspecify.annotations.NullMarked;
