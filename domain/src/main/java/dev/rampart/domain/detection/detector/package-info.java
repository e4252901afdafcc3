/** Detectors: rules that judge what is remembered of a subject or of a group of sources. */
@NullMarked
package dev.rampart.domain.detection.detector;

import org.jspecify.annotations.NullMarked;
