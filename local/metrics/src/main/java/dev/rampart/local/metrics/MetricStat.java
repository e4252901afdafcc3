package dev.rampart.local.metrics;

import java.time.Duration;
import java.util.Optional;

/**
 * A series and what is asked of it.
 *
 * @param period whole minutes
 * @param unit the unit that its values must have; empty for any
 */
public record MetricStat(
    MetricKey key, Duration period, Statistic statistic, Optional<String> unit) {}
