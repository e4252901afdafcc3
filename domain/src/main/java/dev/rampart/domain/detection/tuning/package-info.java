/**
 * What other settings would have done, judged by what was recorded: rules of the firewall that
 * count, and thresholds of detectors. Files, terminals and the API are outside.
 */
@NullMarked
package dev.rampart.domain.detection.tuning;

import org.jspecify.annotations.NullMarked;
