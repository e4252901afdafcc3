package dev.rampart.domain.detection.tuning;

/** A rule that matched a request and only counted it. */
public record CountMatch(CountingRule rule, CountReason reason) {}
