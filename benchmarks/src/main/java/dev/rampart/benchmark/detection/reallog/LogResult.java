package dev.rampart.benchmark.detection.reallog;

/**
 * What a rule does on one recorded log.
 *
 * @param log its name in tables
 * @param found hostile sources that were accused
 * @param foundOfModelled the same of those with at least five refusals
 * @param wronged other sources that were accused
 */
public record LogResult(String log, Share found, Share foundOfModelled, Share wronged) {}
