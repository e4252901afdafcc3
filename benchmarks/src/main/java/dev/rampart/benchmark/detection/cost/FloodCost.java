package dev.rampart.benchmark.detection.cost;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.Program;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.engine.SignalStream;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says what a flood from many sources costs: memory, and how often somebody is told. */
public final class FloodCost {

  private static final int SIGNALS = 1_000_000;
  private static final int SOURCES = 10_000;
  private static final Duration LENGTH = Duration.ofHours(1);
  private static final double MB = 1e6;

  /** A name in the table, and what the sources do. */
  private record Kind(String name, List<DetectionPoint> points) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("more requests than allowed", List.of(DetectionPoint.THROTTLED)),
          new Kind("unknown paths", List.of(DetectionPoint.ROUTE_UNKNOWN)),
          new Kind("failed sign-ins", List.of(DetectionPoint.AUTH_FAIL)),
          new Kind(
              "a scanner's mixture",
              List.of(
                  DetectionPoint.ROUTE_UNKNOWN,
                  DetectionPoint.SENSITIVE_PATH,
                  DetectionPoint.WAF_RULE,
                  DetectionPoint.INJECTION_SQL)));

  private FloodCost() {}

  /** Arguments: none. */
  public static void main(String[] args) throws IOException {
    Program.run("detection", args, FloodCost::run);
  }

  private static void run(Arguments arguments, PrintStream out) {
    arguments.words(0, 0);
    out.printf(
        Locale.ROOT,
        "%,d signals from %,d sources within %d minutes%n%n| flood of | findings | of sources |"
            + " of accounts | of networks | of rules and all | updates | notifications"
            + " | heap before, MB | after"
            + " a half, MB | after all, MB |%n"
            + "|---|---|---|---|---|---|---|---|---|---|---|%n",
        SIGNALS,
        SOURCES,
        LENGTH.toMinutes());
    KINDS.forEach(kind -> measure(kind, out));
  }

  private static void measure(Kind kind, PrintStream out) {
    SignalFlood flood = new SignalFlood(kind.points(), SIGNALS, SOURCES, LENGTH.toMillis());
    FloodFindings findings = new FloodFindings();
    SignalStream stream =
        new SignalStream(
            List.of(new DetectionEngine(Detectors.standard())),
            KeyedHash.of("benchmark"),
            (_, found, signal) -> findings.take(found, signal));
    long before = HeapUse.bytes();
    long half = before;
    for (int i = 0; i < SIGNALS; i++) {
      stream.take(flood.signal(i));
      half = i == SIGNALS / 2 ? HeapUse.bytes() : half;
    }
    out.printf(
        Locale.ROOT,
        "| %s | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %.0f | %.0f | %.0f |%n",
        kind.name(),
        findings.count(Set.of(SubjectKind.values())),
        findings.count(Set.of(SubjectKind.IP)),
        findings.count(Set.of(SubjectKind.CREDENTIAL)),
        findings.count(Set.of(SubjectKind.NETWORK)),
        findings.count(Set.of(SubjectKind.SIGNATURE, SubjectKind.GLOBAL)),
        findings.updates(),
        findings.notifications(),
        before / MB,
        half / MB,
        HeapUse.bytes() / MB);
    // The states are used until here: they are part of the heap.
    stream.take(flood.signal(SIGNALS - 1));
  }
}
