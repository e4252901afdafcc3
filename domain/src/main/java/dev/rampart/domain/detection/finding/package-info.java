/** Findings: what detectors found, with the evidence behind it. */
@NullMarked
package dev.rampart.domain.detection.finding;

import org.jspecify.annotations.NullMarked;
