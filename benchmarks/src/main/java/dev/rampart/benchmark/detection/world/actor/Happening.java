package dev.rampart.benchmark.detection.world.actor;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.Source;

/**
 * Something that a gate sees, before it becomes a signal.
 *
 * @param atMillis since the start of the world
 */
public record Happening(
    long atMillis,
    DetectionPoint point,
    Source source,
    RequestFacts request,
    SignalEvidence evidence) {}
