package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.finding.DetectorKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The detectors with their thresholds. {@code benchmarks/detection} shows what each is worth. */
public final class Detectors {
  private Detectors() {}

  /** Returns all detectors, with thresholds that suit an API of any size. */
  public static List<Detector> standard() {
    return scaled(1);
  }

  /**
   * Returns all detectors with thresholds of some times the standard: with higher ones they find
   * less.
   *
   * @param factor more than 0
   */
  public static List<Detector> scaled(double factor) {
    return scaled(_ -> factor);
  }

  /**
   * Returns all detectors, each with thresholds of some times the standard.
   *
   * @param factors more than 0 for each
   */
  public static List<Detector> scaled(ToDoubleFunction<DetectorKind> factors) {
    return Arrays.stream(DetectorKind.values())
        .flatMap(kind -> of(kind, factors.applyAsDouble(kind)).stream())
        .toList();
  }

  /** Returns the thresholds that lead in each rule of a detector; there is one at least. */
  public static List<Threshold> leading(DetectorKind kind) {
    return of(kind, 1).stream().map(Detector::leading).toList();
  }

  private static List<Detector> of(DetectorKind kind, double factor) {
    return switch (kind) {
      case BURST_PROBE ->
          List.of(
              new BurstProbe(17 * factor, 8 * factor, 110 * factor, 150 * factor, 3, 8 * factor));
      case LOW_AND_SLOW ->
          List.of(
              new LowAndSlow(16 * factor, 12 * factor, 6 * factor, 4 * factor, 6 * factor, 2, 12),
              new NetworkProbe(24 * factor, 4 * factor));
      case DISTRIBUTED_SIGNATURE ->
          List.of(new DistributedSignature(new Surge(12 * factor, 6 * factor, 6)));
      case CRED_STUFFING ->
          List.of(
              new CredentialStuffing(5.5 * factor, 1.5 * factor),
              new DistributedStuffing(9 * factor, new Surge(20 * factor, 7 * factor, 20)));
      case BRUTE_FORCE ->
          List.of(
              new BruteForce(5.6 * factor, 2.7, 14.5 * factor, 600),
              new DistributedBruteForce(7 * factor, 2 * factor));
      case ENUMERATION_BOLA ->
          List.of(
              new Enumeration(9.5 * factor, 10.5 * factor, 2 * factor),
              new DistributedEnumeration(13 * factor));
      case TOKEN_ABUSE ->
          List.of(
              new TokenAbuse(4 * factor, 4 * factor, 2 * factor),
              new TokenForgery(7 * factor, 11 * factor, 5 * factor, 12 * factor));
      case SCHEMA_FUZZ ->
          List.of(new SchemaFuzz(6.5 * factor, 3, 8.5 * factor, 18 * factor, 4 * factor));
      case NEW_NETWORK_USE -> List.of(new NewNetworkUse(5.5 * factor, 2.7 * factor, 2));
      case GLOBAL_RATE -> List.of(new GlobalRate(7 * factor, 30 * factor, 8 * factor));
      case MISCONFIGURED_CLIENT -> List.of(new MisconfiguredClient(20 * factor, 2));
    };
  }
}
