package dev.rampart.local.gateway.definition;

import dev.rampart.local.template.Properties;
import java.util.Optional;

/**
 * A limit of requests by a token bucket.
 *
 * @param rate tokens that come back in a second
 * @param burst tokens that the bucket holds; with none every request is refused
 */
public record Throttle(double rate, int burst) {
  /**
   * What all APIs of an account and region share, and each method has that the stage says nothing
   * of: 10,000 requests a second, 5,000 at once ("Amazon API Gateway quotas").
   */
  public static final Throttle ACCOUNT = new Throttle(10_000, 5_000);

  /** A hundred times what an account has at first; AWS raises that on request. */
  private static final int MAX = 1_000_000;

  /**
   * Reads a rate and a burst; empty if the template sets neither.
   *
   * @throws dev.rampart.local.template.source.TemplateException if one of them is missing or wrong:
   *     what AWS does with one alone is not documented
   */
  public static Optional<Throttle> read(Properties owner, String rateName, String burstName) {
    Optional<Double> rate = owner.optionalDecimal(rateName, 0, MAX);
    Optional<Integer> burst = owner.optionalNumber(burstName, 0, MAX);
    if (rate.isPresent() != burst.isPresent()) {
      throw owner.fault(rate.isPresent() ? burstName : rateName, "is missing beside the other");
    }
    return rate.map(perSecond -> new Throttle(perSecond, burst.orElseThrow()));
  }
}
