package dev.rampart.domain.detection.detector;

import java.util.List;

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
    return List.of(
        new BurstProbe(17 * factor, 8 * factor, 110 * factor, 150 * factor, 3, 8 * factor),
        new LowAndSlow(16 * factor, 12 * factor, 6 * factor, 4 * factor, 6 * factor, 2, 12),
        new NetworkProbe(24 * factor, 4 * factor),
        new CredentialStuffing(5.5 * factor, 1.5 * factor),
        new DistributedStuffing(9 * factor, new Surge(20 * factor, 7 * factor, 20)),
        new BruteForce(5.6 * factor, 2.7, 14.5 * factor, 600),
        new DistributedBruteForce(7 * factor, 2 * factor),
        new Enumeration(9.5 * factor, 10.5 * factor, 2 * factor),
        new DistributedEnumeration(13 * factor),
        new TokenAbuse(4 * factor, 4 * factor, 2 * factor),
        new TokenForgery(7 * factor, 11 * factor, 5 * factor, 12 * factor),
        new SchemaFuzz(6.5 * factor, 3, 8.5 * factor, 18 * factor, 4 * factor),
        new NewNetworkUse(5.5 * factor, 2.7 * factor, 2),
        new DistributedSignature(new Surge(12 * factor, 6 * factor, 6)),
        new GlobalRate(7 * factor, 30 * factor, 8 * factor),
        new MisconfiguredClient(20 * factor, 2));
  }
}
