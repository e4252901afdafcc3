package dev.rampart.domain.port.out;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateLog;
import dev.rampart.domain.detection.trail.GateTrail;
import dev.rampart.domain.detection.trail.TimeSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** {@link GateLogs} in memory, which are always searched to the end. */
public final class InMemoryGateLogs implements GateLogs {
  private final List<GateEntry> entries = new ArrayList<>();

  /** Logs something. */
  public void add(GateEntry entry) {
    entries.add(entry);
  }

  @Override
  public GateTrail about(Subject about, TimeSpan span) {
    return found(span, entry -> isAbout(about, entry.source()));
  }

  private static boolean isAbout(Subject about, Source source) {
    return switch (about.kind()) {
      case IP, NETWORK ->
          source
              .address()
              .map(SourceRange::of)
              .filter(SourceRange.parse(about.name()).orElseThrow()::contains)
              .isPresent();
      case PRINCIPAL -> source.principal().filter(about.name()::equals).isPresent();
      case CLIENT -> source.client().filter(about.name()::equals).isPresent();
      case API_KEY -> source.apiKeyId().filter(about.name()::equals).isPresent();
      case CREDENTIAL, SIGNATURE, GLOBAL -> throw new IllegalArgumentException("not in logs");
    };
  }

  @Override
  public GateTrail ofEveryRequest(TimeSpan span) {
    return found(span, entry -> entry.log() != GateLog.SIGN_IN);
  }

  @Override
  public GateTrail ofRequest(String requestId, TimeSpan span) {
    return found(
        span,
        entry ->
            entry.request().requestId().filter(requestId::equals).isPresent()
                || entry.uniqueId().filter(requestId::equals).isPresent());
  }

  private GateTrail found(TimeSpan span, Predicate<GateEntry> wanted) {
    return new GateTrail(
        entries.stream()
            .filter(entry -> !entry.at().isBefore(span.from()) && entry.at().isBefore(span.to()))
            .filter(wanted)
            .sorted(Comparator.comparing(GateEntry::at).reversed())
            .toList(),
        span.from());
  }
}
