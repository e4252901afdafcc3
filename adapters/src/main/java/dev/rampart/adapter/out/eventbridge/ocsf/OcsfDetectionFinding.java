package dev.rampart.adapter.out.eventbridge.ocsf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.detection.finding.Analytic;
import dev.rampart.domain.detection.finding.Confidence;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingVerdict;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.finding.Resolution;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat;

/**
 * A threat as Detection Finding of the Open Cybersecurity Schema Framework (class 2004, version
 * 1.8.0), for consumers that read nothing else.
 *
 * <p>No profile is applied, since nothing is done about a threat yet. Where something is, {@code
 * security_control} belongs into {@code metadata.profiles}, and {@code action_id} and {@code
 * disposition_id} beside the severity.
 */
public record OcsfDetectionFinding(Threat threat) {
  private static final String OCSF_VERSION = "1.8.0";
  private static final String PRODUCT = "Rampart";
  private static final String PRODUCT_VERSION = "1.0.0";

  /** Raised when a detector begins to find something else, not when a threshold moves. */
  private static final String ANALYTIC_VERSION = "1";

  private static final int CATEGORY_FINDINGS = 2;
  private static final int CLASS_DETECTION_FINDING = 2004;

  /** A risk score is 0 to 99; each of the four severities has a quarter of it. */
  private static final int RISK_PER_SEVERITY = 25;

  /** Returns the document. */
  public ObjectNode json() {
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
            .put("is_alert", !finding.detector().isInformational())
            .put("confidence_id", confidence(finding.detector().confidence()))
            .put("risk_score", risk(finding))
            .put("message", finding.explanation());
    metadata(finding, json);
    info(finding, json);
    new OcsfSubject(finding.subject()).write(json);
    if (finding.detector().analytic() == Analytic.STATISTICAL) {
      new OcsfAnomaly(finding).write(json);
    }
    return json;
  }

  private void metadata(Finding finding, ObjectNode json) {
    ObjectNode metadata = json.putObject("metadata").put("version", OCSF_VERSION);
    metadata.putArray("profiles");
    metadata
        .putObject("product")
        .put("name", PRODUCT)
        .put("vendor_name", PRODUCT)
        .put("version", PRODUCT_VERSION);
    metadata
        .put("uid", finding.id().text() + ":" + threat.version())
        .put("correlation_uid", finding.id().text());
  }

  private static void info(Finding finding, ObjectNode json) {
    DetectorKind detector = finding.detector();
    ObjectNode info =
        json.putObject("finding_info")
            .put("uid", finding.id().text())
            .put("title", detector.title())
            .put("first_seen_time", finding.firstSeen().toEpochMilli())
            .put("last_seen_time", finding.lastSeen().toEpochMilli())
            .put("related_events_count", (int) Math.min(finding.signalCount(), Integer.MAX_VALUE));
    info.putObject("analytic")
        .put("uid", detector.name())
        .put("name", detector.title())
        .put("type_id", analyticType(detector.analytic()))
        .put("version", ANALYTIC_VERSION);
    for (String entry : detector.owasp()) {
      info.withArray("types").add(entry);
    }
    for (String id : detector.techniques()) {
      AttackTechnique.of(id).write(info.withArray("attacks").addObject());
    }
  }

  /** The further above its threshold, the higher within the quarter of its severity. */
  private static int risk(Finding finding) {
    Measure measure = finding.measure();
    double above = measure.value() <= 0 ? 0 : 1 - measure.threshold() / measure.value();
    int within = (int) (RISK_PER_SEVERITY * above);
    return RISK_PER_SEVERITY * finding.severity().ordinal()
        + Math.clamp(within, 0, RISK_PER_SEVERITY - 1);
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
      case RESOLVED -> isFalsePositive() ? 3 : 4;
    };
  }

  /** What is no threat is suppressed, in the words of the schema. */
  private boolean isFalsePositive() {
    return threat.resolution().orElse(null) instanceof Resolution.Judgement judgement
        && judgement.verdict() == FindingVerdict.FALSE_POSITIVE;
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

  private static int confidence(Confidence confidence) {
    return switch (confidence) {
      case LOW -> 1;
      case MEDIUM -> 2;
      case HIGH -> 3;
    };
  }
}
