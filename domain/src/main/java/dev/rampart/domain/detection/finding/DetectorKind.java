package dev.rampart.domain.detection.finding;

import java.util.Arrays;
import java.util.List;

/**
 * The catalogue of detectors: what each finds, how it concludes, and the references into the OWASP
 * API Security Top 10 of 2023 and MITRE ATT&amp;CK. A name crosses the bus and is never changed.
 */
public enum DetectorKind {
  BURST_PROBE(
      "Burst of probes",
      Analytic.BEHAVIORAL,
      Severity.MEDIUM,
      Confidence.MEDIUM,
      "API8",
      "T1595.002"),
  LOW_AND_SLOW(
      "Slow probing for hours",
      Analytic.BEHAVIORAL,
      Severity.MEDIUM,
      Confidence.HIGH,
      "API8",
      "T1595"),
  DISTRIBUTED_SIGNATURE(
      "One attack from many sources",
      Analytic.STATISTICAL,
      Severity.HIGH,
      Confidence.MEDIUM,
      "API8",
      "T1595.002"),
  CRED_STUFFING(
      "Credential stuffing",
      Analytic.BEHAVIORAL,
      Severity.HIGH,
      Confidence.HIGH,
      "API2",
      "T1110.004"),
  BRUTE_FORCE(
      "Guessing of passwords",
      Analytic.BEHAVIORAL,
      Severity.MEDIUM,
      Confidence.MEDIUM,
      "API2",
      "T1110.001"),
  ENUMERATION_BOLA(
      "Enumeration of others' objects",
      Analytic.BEHAVIORAL,
      Severity.HIGH,
      Confidence.MEDIUM,
      "API1,API5",
      "T1595.003"),
  TOKEN_ABUSE(
      "Abuse of tokens or keys",
      Analytic.BEHAVIORAL,
      Severity.HIGH,
      Confidence.MEDIUM,
      "API2",
      "T1550.001"),
  SCHEMA_FUZZ(
      "Fuzzing of the schema",
      Analytic.BEHAVIORAL,
      Severity.MEDIUM,
      Confidence.MEDIUM,
      "API3,API8",
      "T1595.002"),
  NEW_NETWORK_USE(
      "Denied use from a new network",
      Analytic.BEHAVIORAL,
      Severity.HIGH,
      Confidence.LOW,
      "API2",
      "T1078"),
  GLOBAL_RATE(
      "Unusual rate over all sources",
      Analytic.STATISTICAL,
      Severity.HIGH,
      Confidence.MEDIUM,
      "API4",
      "T1499"),
  /** Informational: it says why others stay silent. */
  MISCONFIGURED_CLIENT(
      "Misconfigured client", Analytic.RULE, Severity.LOW, Confidence.HIGH, "", "");

  /** So many times the threshold is one step more severe. */
  private static final double HIGH_FACTOR = 4;

  /** So many times is two steps. */
  private static final double CRITICAL_FACTOR = 16;

  private static final String OWASP_YEAR = ":2023";

  private final String title;
  private final Analytic analytic;
  private final Severity severity;
  private final Confidence confidence;
  private final String owasp;
  private final String technique;

  DetectorKind(
      String title,
      Analytic analytic,
      Severity severity,
      Confidence confidence,
      String owasp,
      String technique) {
    this.title = title;
    this.analytic = analytic;
    this.severity = severity;
    this.confidence = confidence;
    this.owasp = owasp;
    this.technique = technique;
  }

  /** Returns what it finds, in a few words. */
  public String title() {
    return title;
  }

  /** Returns how it concludes. */
  public Analytic analytic() {
    return analytic;
  }

  /** Returns whether its findings are told for information only: nobody is suspected. */
  public boolean isInformational() {
    return severity == Severity.LOW;
  }

  /** Returns how sure its findings are. */
  public Confidence confidence() {
    return confidence;
  }

  /** Returns how severe a finding is: the more so, the further it is above its threshold. */
  public Severity severity(Measure measure) {
    if (isInformational()) {
      return severity;
    }
    double times = measure.ratio();
    int steps = times >= CRITICAL_FACTOR ? 2 : times >= HIGH_FACTOR ? 1 : 0;
    int level = Math.min(severity.ordinal() + steps, Severity.CRITICAL.ordinal());
    return Severity.values()[level];
  }

  /** Returns entries of the OWASP API Security Top 10 2023, such as {@code API2:2023}. */
  public List<String> owasp() {
    return owasp.isEmpty()
        ? List.of()
        : Arrays.stream(owasp.split(",")).map(entry -> entry + OWASP_YEAR).toList();
  }

  /** Returns techniques of MITRE ATT&amp;CK, such as {@code T1110.004}; may be empty. */
  public List<String> techniques() {
    return technique.isEmpty() ? List.of() : List.of(technique);
  }
}
