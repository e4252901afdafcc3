/** Detectors: rules that judge what is remembered of a subject. */
@NullMarked
package dev.rampart.domain.detection.detector;

import org.jspecify.annotations.NullMarked;
