package dev.rampart.domain.detection.detector;

/**
 * What a detector compares with.
 *
 * @param measure what is measured, as a plural noun phrase: the name of the measure of its findings
 * @param value what the measure has to reach
 */
public record Threshold(String measure, double value) {}
