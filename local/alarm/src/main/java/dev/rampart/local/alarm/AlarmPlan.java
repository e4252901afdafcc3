package dev.rampart.local.alarm;

import dev.rampart.local.metrics.MetricStat;
import java.util.List;

/**
 * The alarms of a template.
 *
 * @param alarms each composite alarm after those that its rule or its suppressor names
 * @param detectors the metrics of which models are to be made
 */
public record AlarmPlan(List<AlarmSettings> alarms, List<MetricStat> detectors) {
  public AlarmPlan {
    alarms = List.copyOf(alarms);
    detectors = List.copyOf(detectors);
  }
}
