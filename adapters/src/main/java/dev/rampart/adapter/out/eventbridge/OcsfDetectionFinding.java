package dev.rampart.adapter.out.eventbridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.detection.finding.Analytic;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Subject;

/**
 * A threat as Detection Finding of the Open Cybersecurity Schema Framework (class 2004, version
 * 1.5.0), for consumers that read nothing else.
 */
record OcsfDetectionFinding(Threat threat) {
  private static final String OCSF_VERSION = "1.5.0";
  private static final String PRODUCT_VERSION = "1.0.0";
  private static final int CATEGORY_FINDINGS = 2;
  private static final int CLASS_DETECTION_FINDING = 2004;
  private static final int CONFIDENCE_MEDIUM = 2;

  ObjectNode json() {
    Finding finding = threat.finding();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("class_uid", CLASS_DETECTION_FINDING)
            .put("category_uid", CATEGORY_FINDINGS)
            .put("activity_id", activity())
            .put("type_uid", CLASS_DETECTION_FINDING * 100L + activity())
            .put("time", threat.at().toEpochMilli())
            .put("start_time", finding.firstSeen().toEpochMilli())
            .put("end_time", finding.lastSeen().toEpochMilli())
            .put("severity_id", severity(finding.severity()))
            .put("status_id", status())
            .put("is_alert", true)
            .put("confidence_id", CONFIDENCE_MEDIUM)
            .put("message", finding.explanation());
    ObjectNode metadata = json.putObject("metadata").put("version", OCSF_VERSION);
    metadata.putObject("product").put("name", "Rampart").put("version", PRODUCT_VERSION);
    metadata
        .put("uid", finding.id().text() + ":" + threat.version())
        .put("correlation_uid", finding.id().text());
    info(finding, json);
    subject(finding.subject(), json);
    return json;
  }

  private static void info(Finding finding, ObjectNode json) {
    ObjectNode info =
        json.putObject("finding_info")
            .put("uid", finding.id().text())
            .put("title", finding.detector().title())
            .put("first_seen_time", finding.firstSeen().toEpochMilli())
            .put("last_seen_time", finding.lastSeen().toEpochMilli())
            .put("related_events_count", finding.signalCount());
    info.putObject("analytic")
        .put("uid", finding.detector().name())
        .put("type_id", analyticType(finding.detector().analytic()));
    ArrayNode types = info.putArray("types");
    finding.detector().owasp().forEach(types::add);
    ArrayNode attacks = info.putArray("attacks");
    finding.detector().techniques().forEach(technique -> attack(technique, attacks.addObject()));
  }

  /** A sub-technique names its technique in front of the dot. */
  private static void attack(String technique, ObjectNode attack) {
    int dot = technique.indexOf('.');
    String parent = dot < 0 ? technique : technique.substring(0, dot);
    attack.putObject("technique").put("uid", parent);
    if (dot >= 0) {
      attack.putObject("sub_technique").put("uid", technique);
    }
  }

  private static void subject(Subject subject, ObjectNode json) {
    ObjectNode entry = json.putArray("evidences").addObject();
    switch (subject.kind()) {
      case IP ->
          entry.putObject("src_endpoint").put(isNetwork(subject) ? "name" : "ip", subject.name());
      case PRINCIPAL -> entry.putObject("actor").putObject("user").put("uid", subject.name());
      case NETWORK -> entry.putObject("src_endpoint").put("name", subject.name());
      case CREDENTIAL -> entry.putObject("user").put("uid", subject.name());
      case CLIENT, API_KEY -> entry.putObject("actor").put("app_uid", subject.name());
      case SIGNATURE, GLOBAL -> entry.putObject("data").put("subject", subject.name());
    }
  }

  private static boolean isNetwork(Subject subject) {
    return subject.name().indexOf('/') >= 0;
  }

  private int activity() {
    return switch (threat.change()) {
      case DETECTED -> 1;
      case UPDATED -> 2;
      case RESOLVED -> 3;
    };
  }

  private int status() {
    return switch (threat.change()) {
      case DETECTED -> 1;
      case UPDATED -> 2;
      case RESOLVED -> 4;
    };
  }

  private static int analyticType(Analytic analytic) {
    return switch (analytic) {
      case RULE -> 1;
      case BEHAVIORAL -> 2;
      case STATISTICAL -> 3;
    };
  }

  private static int severity(Severity severity) {
    return switch (severity) {
      case LOW -> 2;
      case MEDIUM -> 3;
      case HIGH -> 4;
      case CRITICAL -> 5;
    };
  }
}
