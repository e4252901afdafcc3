/** Signals of suspicious requests, what they amount to, and the findings that detectors make. */
@NullMarked
package dev.rampart.domain.detection;

import org.jspecify.annotations.NullMarked;
