package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Finds a subject with many signals in a short time, whatever they are.
 *
 * <p>A window is a row of whole minutes of event time. Of all windows that hold one of the new
 * signals, the fullest decides, the earliest among equals: so it does not matter which signal came
 * last.
 *
 * @param signalsMin how many signals in one window make a finding, 1 to {@value #SIGNALS_MAX}
 * @param window whole minutes, 1 to {@value #WINDOW_MINUTES_MAX}
 */
public record SignalCountDetector(int signalsMin, Duration window) implements Detector {
  /** The name of this detector in findings and metrics. */
  public static final String NAME = "SIGNAL_COUNT";

  /** Stores tell repeated signals apart at least up to this many in a half hour. */
  public static final int SIGNALS_MAX = 64;

  public static final int WINDOW_MINUTES_MAX = 30;

  /** How many times the threshold makes a finding grave. */
  private static final int HIGH_FACTOR = 4;

  private static final int CRITICAL_FACTOR = 16;

  public SignalCountDetector {
    if (signalsMin < 1 || signalsMin > SIGNALS_MAX) {
      throw new IllegalArgumentException("signalsMin is 1 to 64");
    }
    if (!validWindow(window)) {
      throw new IllegalArgumentException("a window is 1 to 30 whole minutes");
    }
  }

  /** Returns whether a window is whole minutes and no longer than profiles are exact for. */
  public static boolean validWindow(Duration window) {
    return window.equals(Duration.ofMinutes(window.toMinutes()))
        && window.toMinutes() >= 1
        && window.toMinutes() <= WINDOW_MINUTES_MAX;
  }

  @Override
  public Optional<Finding> assess(Profile profile, List<Signal> newSignals) {
    return newSignals.stream()
        .map(signal -> Profile.minute(signal.observedAt()))
        .distinct()
        .flatMapToLong(minute -> LongStream.range(minute, minute + window.toMinutes()))
        .distinct()
        .mapToObj(last -> sum(profile, last))
        .filter(sum -> sum.total() >= signalsMin)
        .max(
            Comparator.comparingLong(Sum::total)
                .thenComparing(Comparator.comparingLong(Sum::lastMinute).reversed()))
        .map(sum -> finding(profile, sum, newSignals));
  }

  private record Sum(long lastMinute, Map<DetectionPoint, Long> points, Instant first) {
    long total() {
      return points.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private Sum sum(Profile profile, long lastMinute) {
    Map<DetectionPoint, Long> points = new EnumMap<>(DetectionPoint.class);
    long first = lastMinute;
    for (long minute = lastMinute; minute > lastMinute - window.toMinutes(); minute--) {
      Map<DetectionPoint, Long> counted = profile.counts().getOrDefault(minute, Map.of());
      counted.forEach((point, count) -> points.merge(point, count, Math::addExact));
      first = counted.isEmpty() ? first : minute;
    }
    return new Sum(lastMinute, points, Profile.start(first));
  }

  private Finding finding(Profile profile, Sum sum, List<Signal> newSignals) {
    List<Signal> fresh =
        newSignals.stream()
            .filter(signal -> inside(sum, Profile.minute(signal.observedAt())))
            .sorted(
                Comparator.comparing(Signal::observedAt)
                    .reversed()
                    .thenComparing(signal -> signal.id().text()))
            .toList();
    Instant lastSeen = fresh.getFirst().observedAt();
    List<EvidenceLine> evidence =
        sum.points().entrySet().stream()
            .sorted(
                Map.Entry.<DetectionPoint, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(line -> line(line.getKey(), line.getValue(), fresh))
            .toList();
    return new Finding(
        FindingId.of(NAME, profile.subject(), profile.activityStart(Profile.halfHour(sum.first()))),
        NAME,
        severity(sum.total()),
        profile.subject(),
        sum.first(),
        lastSeen,
        sum.total(),
        sum.total(),
        signalsMin,
        evidence,
        explanation(profile.subject(), sum.total(), evidence));
  }

  private boolean inside(Sum sum, long minute) {
    return minute <= sum.lastMinute() && minute > sum.lastMinute() - window.toMinutes();
  }

  private static EvidenceLine line(DetectionPoint point, long count, List<Signal> fresh) {
    List<SignalId> examples =
        fresh.stream()
            .filter(signal -> signal.point() == point)
            .limit(EvidenceLine.EXAMPLES_MAX)
            .map(Signal::id)
            .toList();
    return new EvidenceLine(point, count, examples);
  }

  private Severity severity(long total) {
    if (total >= (long) CRITICAL_FACTOR * signalsMin) {
      return Severity.CRITICAL;
    }
    return total >= (long) HIGH_FACTOR * signalsMin ? Severity.HIGH : Severity.MEDIUM;
  }

  private String explanation(Subject subject, long total, List<EvidenceLine> evidence) {
    String lines =
        evidence.stream()
            .map(line -> line.count() + " " + line.point().name())
            .collect(Collectors.joining(" + "));
    return "%d suspicious signals within %d min from one %s: %s (threshold %d)"
        .formatted(total, window.toMinutes(), word(subject.kind()), lines, signalsMin);
  }

  private static String word(SubjectKind kind) {
    return switch (kind) {
      case IP -> "address";
      case PRINCIPAL -> "principal";
      case CLIENT -> "client";
      case API_KEY -> "API key";
      case SIGNATURE -> "signature";
      case GLOBAL -> "stage";
    };
  }
}
