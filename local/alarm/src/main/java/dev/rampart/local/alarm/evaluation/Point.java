package dev.rampart.local.alarm.evaluation;

import java.time.Instant;

/**
 * One data point of an alarm.
 *
 * @param at when its period begins
 * @param value {@code NaN} if it is missing
 * @param lower the lower threshold; that of an alarm without one is minus infinity
 * @param upper the upper threshold; that of an alarm without one is infinity
 * @param breaches whether it is beyond a threshold; never if it is missing
 */
public record Point(Instant at, double value, double lower, double upper, boolean breaches) {

  boolean isMissing() {
    return Double.isNaN(value);
  }
}
