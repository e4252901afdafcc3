package dev.rampart.domain.detection.detector;

import java.util.List;

/** The detectors with their thresholds. {@code benchmarks/detection} shows what each is worth. */
public final class Detectors {
  private Detectors() {}

  /** Returns all detectors, with thresholds that suit an API of any size. */
  public static List<Detector> standard() {
    return List.of(
        new BurstProbe(17, 8, 20, 45, 3, 8),
        new LowAndSlow(16, 12, 6, 4, 6, 2),
        new NetworkProbe(24, 4),
        new CredentialStuffing(6, 1.5),
        new DistributedStuffing(9, new Surge(20, 6, 20)),
        new BruteForce(5.6, 4, 12),
        new DistributedBruteForce(7, 2),
        new Enumeration(10, 11, 2),
        new DistributedEnumeration(8),
        new TokenAbuse(4, 4),
        new TokenForgery(7, 11, 5),
        new SchemaFuzz(6.5, 3, 9.5, 18, 3),
        new NewNetworkUse(5),
        new DistributedSignature(new Surge(12, 5, 4)),
        new GlobalRate(7, 30, 8),
        new MisconfiguredClient(20, 2));
  }
}
