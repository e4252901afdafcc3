/** Signals: what the gates observed, about whom, and the catalogue of detection points. */
@NullMarked
package dev.rampart.domain.detection.signal;

import org.jspecify.annotations.NullMarked;
