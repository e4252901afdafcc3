package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.signal.SignalKind.AUTH_FAIL;
import static dev.rampart.domain.detection.signal.SignalKind.AUTH_OK;
import static dev.rampart.domain.detection.signal.SignalKind.ROUTE_UNKNOWN;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.GroupFeatures;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Finds a minute with far more signals of a kind than usual, from many sources. Counts are compared
 * as their square roots, which differ by about one half whatever the mean (Anscombe, 1948). Minutes
 * without signals count too. A bad release causes as many signals, but all for the same few things;
 * after an outage sign-ins fail more, but succeed more too.
 *
 * @param deviationsMin how many standard deviations above the mean of the last hour
 * @param signalsMin how many signals in the minute
 * @param sourcesMin how many sources more than usual
 */
record GlobalRate(double deviationsMin, double signalsMin, double sourcesMin)
    implements GroupDetector {
  private static final String LEADING = "standard deviations above the usual rate";
  private static final double ANSCOMBE = 0.375;
  private static final double DEVIATION_MIN = 0.5;

  /** The newest minutes are not usual if something just began. */
  private static final int NEWEST_MINUTES = 5;

  private static final int SOURCE_SLOTS = 2;
  private static final double SUCCESS_SHARE_MAX = 0.5;
  private static final double PATHS_MIN = 60;
  private static final double PATHS_PER_SIGNAL_MIN = 0.4;
  private static final double FAULTS_MIN = 10;

  /** Clients of a bad release fail when they happen to run, hardly all in one minute. */
  private static final double FLOOD_PER_SOURCE = 3;

  @Override
  public DetectorKind kind() {
    return DetectorKind.GLOBAL_RATE;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, deviationsMin);
  }

  @Override
  public boolean watches(SubjectKind group, SignalKind news) {
    return group == SubjectKind.GLOBAL && !news.isCounterEvidence();
  }

  @Override
  public Optional<Assessment> assess(SignalKind news, GroupFeatures features) {
    double signals = fullestMinute(news, features);
    if (signals < signalsMin) {
      return Optional.empty();
    }
    double sources = features.sources(news, SOURCE_SLOTS);
    double usualSources = usualSources(news, features);
    if (sources < sourcesMin + usualSources || isExplained(news, features)) {
      return Optional.empty();
    }
    double deviations = deviations(news, signals, features);
    if (news == ROUTE_UNKNOWN) {
      // One scanner makes minutes differ by far, but not the number of sources.
      double more = (root(sources) - root(usualSources)) / DEVIATION_MIN;
      deviations = Math.max(deviations, more);
    }
    return Assessment.of(
        new Measure(LEADING, deviations, deviationsMin),
        EnumSet.of(news),
        () -> "%d signals in a minute".formatted(Math.round(signals)));
  }

  private static double root(double count) {
    return Math.sqrt(count + ANSCOMBE);
  }

  /** One source alone can make a minute unusual; the usual others are bystanders then. */
  private static double usualSources(SignalKind kind, GroupFeatures features) {
    return features.sourcesBefore(kind, SOURCE_SLOTS)
        * SOURCE_SLOTS
        / (GroupFeatures.SLOTS - SOURCE_SLOTS);
  }

  private static double deviations(SignalKind kind, double signals, GroupFeatures features) {
    double sum = 0;
    double squares = 0;
    int minutes = GroupFeatures.MINUTES - NEWEST_MINUTES;
    for (int ago = NEWEST_MINUTES; ago < GroupFeatures.MINUTES; ago++) {
      double root = root((double) features.minute(kind, ago));
      sum += root;
      squares += root * root;
    }
    double mean = sum / minutes;
    double variance = Math.max(0, squares / minutes - mean * mean);
    return (root(signals) - mean) / Math.max(DEVIATION_MIN, Math.sqrt(variance));
  }

  private static boolean isExplained(SignalKind kind, GroupFeatures features) {
    if (kind == AUTH_FAIL) {
      return features.lastMinutes(AUTH_OK, 2)
          > SUCCESS_SHARE_MAX * features.lastMinutes(AUTH_FAIL, 2);
    }
    double targets = features.targets(kind, SOURCE_SLOTS);
    double signals = features.lastMinutes(kind, Surge.minutes(SOURCE_SLOTS));
    boolean fewTargets =
        switch (kind) {
          case ROUTE_UNKNOWN, NOT_FOUND ->
              targets < Math.min(PATHS_MIN, PATHS_PER_SIGNAL_MIN * signals);
          case VALIDATION -> targets < FAULTS_MIN;
          default -> false;
        };
    return fewTargets
        && fullestMinute(kind, features) < FLOOD_PER_SOURCE * features.sources(kind, SOURCE_SLOTS);
  }

  /** The current minute has only begun, so the one before tells too. */
  private static double fullestMinute(SignalKind kind, GroupFeatures features) {
    return Math.max(features.minute(kind, 0), features.minute(kind, 1));
  }
}
