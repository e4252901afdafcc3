package dev.rampart.benchmark.detection.peer;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;

/**
 * An accusation by a rule.
 *
 * @param name what the rule takes it for
 * @param subject whom it accuses
 * @param signal on which of the signals it decided
 */
public record Alert(String name, Subject subject, Signal signal, AlertResponse response) {}
