package dev.rampart.replay;

import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Threat;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/** Prints what a replay found, for people. */
final class ReplayReport implements FindingsReport {
  private static final int BAR_MAX = 40;

  private final PrintWriter out;

  ReplayReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void take(Threat threat) {
    if (threat.change() != Threat.Change.DETECTED) {
      return;
    }
    Finding finding = threat.finding();
    out.printf(
        "%s  %-8s  %-21s  %s%n",
        Rfc3339.format(finding.lastSeen()),
        finding.severity().wireName(),
        finding.detector().name(),
        PrintableText.of(finding.explanation()));
  }

  @Override
  public void finish(ReplayRun run, ReplayCounts counts) {
    out.println();
    counts(counts);
    if (counts.signals() > 0) {
      out.printf("from %s to %s%n", Rfc3339.format(counts.first()), Rfc3339.format(counts.last()));
      timeline(run.timeline());
      whatIfs(run.whatIfs());
    }
  }

  /** Prints how much was read. */
  void counts(ReplayCounts counts) {
    out.printf(
        "%d lines, %d signals, %d not understood%n",
        counts.lines(), counts.signals(), counts.notUnderstoodLines());
    counts.faults().forEach(fault -> out.println("  " + PrintableText.of(fault.text())));
  }

  private void timeline(Timeline timeline) {
    out.printf("%nTimeline, by %d h%n", timeline.length().toHours());
    long most =
        timeline.periods().values().stream().mapToLong(Timeline.Period::signals).max().orElse(1);
    timeline
        .periods()
        .forEach(
            (start, period) ->
                out.printf(
                    "  %s  %9d signals  %4d new findings  %s%n",
                    hour(start),
                    period.signals(),
                    period.incidents(),
                    "#".repeat((int) (BAR_MAX * period.signals() / most))));
  }

  private static String hour(Instant start) {
    return Rfc3339.format(start).substring(0, "2026-11-22T10:00".length());
  }

  private void whatIfs(List<WhatIf> whatIfs) {
    out.printf("%nFindings if all thresholds were so many times as high%n");
    out.printf("  %-21s %8s", "", "1");
    whatIfs.stream().skip(1).forEach(variant -> out.printf(" %8s", variant.factor()));
    out.println();
    for (DetectorKind detector : DetectorKind.values()) {
      out.printf("  %-21s", detector.name());
      whatIfs.forEach(variant -> out.printf(" %8d", variant.found(detector)));
      out.println();
    }
  }
}
