package dev.rampart.benchmark.detection.cost;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.Program;
import dev.rampart.benchmark.detection.peer.Alert;
import dev.rampart.benchmark.detection.peer.AlertResponse;
import dev.rampart.benchmark.detection.peer.Rampart;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says what a flood from many sources costs: memory, and how often somebody is told. */
public final class FloodCost {

  private static final int SIGNALS = 1_000_000;
  private static final int SOURCES = 10_000;
  private static final Duration LENGTH = Duration.ofHours(1);
  private static final double MB = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  /** A name in the table, and what the sources do. */
  private record Kind(String name, List<DetectionPoint> points) {}

  private record Told(String name, Subject subject) {}

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
            + " of accounts | of networks | of rules and all | updates | heap before, MB | after"
            + " a half, MB | after all, MB | signals a second |%n"
            + "|---|---|---|---|---|---|---|---|---|---|---|%n",
        SIGNALS,
        SOURCES,
        LENGTH.toMinutes());
    KINDS.forEach(kind -> measure(kind, out));
  }

  private static void measure(Kind kind, PrintStream out) {
    SignalFlood flood = new SignalFlood(kind.points(), SIGNALS, SOURCES, LENGTH.toMillis());
    Rampart engine = new Rampart(Detectors.standard());
    Set<Told> findings = new HashSet<>();
    long before = HeapUse.bytes();
    long half = before;
    long updates = 0;
    long nanos = 0;
    for (int i = 0; i < SIGNALS; i++) {
      Signal signal = flood.signal(i);
      long start = System.nanoTime();
      List<Alert> alerts = engine.take(signal);
      nanos += System.nanoTime() - start;
      for (Alert alert : alerts) {
        boolean opened =
            alert.response() != AlertResponse.INFORM
                && findings.add(new Told(alert.name(), alert.subject()));
        updates += opened || alert.response() == AlertResponse.INFORM ? 0 : 1;
      }
      half = i == SIGNALS / 2 ? HeapUse.bytes() : half;
    }
    out.printf(
        Locale.ROOT,
        "| %s | %,d | %,d | %,d | %,d | %,d | %,d | %.0f | %.0f | %.0f | %,.0f |%n",
        kind.name(),
        findings.size(),
        count(findings, Set.of(SubjectKind.IP)),
        count(findings, Set.of(SubjectKind.CREDENTIAL)),
        count(findings, Set.of(SubjectKind.NETWORK)),
        count(findings, Set.of(SubjectKind.SIGNATURE, SubjectKind.GLOBAL)),
        updates,
        before / MB,
        half / MB,
        HeapUse.bytes() / MB,
        NANOS_PER_SECOND * SIGNALS / nanos);
    // The engine is used until here: its states are part of the heap.
    var _ = engine.take(flood.signal(SIGNALS - 1));
  }

  private static long count(Set<Told> findings, Set<SubjectKind> kinds) {
    return findings.stream().filter(told -> kinds.contains(told.subject().kind())).count();
  }
}
