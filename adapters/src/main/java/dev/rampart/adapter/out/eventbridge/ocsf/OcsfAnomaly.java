package dev.rampart.adapter.out.eventbridge.ocsf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Measure;

/** What a statistical detector compared with what is usual; its values are texts in OCSF. */
record OcsfAnomaly(Finding finding) {
  private static final String TYPE = "Volume Analysis";

  /**
   * Writes {@code anomaly_analyses}: what was observed, and the bound that the usual stays below.
   */
  void write(ObjectNode json) {
    Measure measure = finding.measure();
    ObjectNode analysis = json.putArray("anomaly_analyses").addObject();
    analysis
        .putArray("analysis_targets")
        .addObject()
        .put("name", finding.subject().name())
        .put("type", finding.subject().kind().wireName());
    observation(analysis.putArray("anomalies").addObject(), measure.value(), "SURGE");
    observation(analysis.putArray("baselines").addObject(), measure.threshold(), "NORMAL_VOLUME");
  }

  private void observation(ObjectNode json, double value, String pattern) {
    json.put("observation_parameter", finding.measure().name())
        .put("observation_type", TYPE)
        .put("observed_pattern", pattern)
        .putArray("observations")
        .addObject()
        .put("value", Double.toString(value));
  }
}
