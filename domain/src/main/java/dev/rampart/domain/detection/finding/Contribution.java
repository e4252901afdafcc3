package dev.rampart.domain.detection.finding;

/**
 * What the signals of one point add to a sum of points.
 *
 * @param weight of a signal that is after a thing of its own
 * @param different how many different things they were after; a count that forgets
 * @param repeats how many more there were, as far as they count
 * @param repeatWeight the part of the weight that a repeat has
 * @param points {@code weight * (different + repeatWeight * repeats)}, or less where the detector
 *     limits what such signals add
 */
public record Contribution(
    double weight, double different, double repeats, double repeatWeight, double points) {

  /** Returns what these signals add if nothing limits them. */
  public static Contribution unlimited(
      double weight, double different, double repeats, double repeatWeight) {
    return new Contribution(
        weight, different, repeats, repeatWeight, weight * (different + repeatWeight * repeats));
  }

  /** Returns the same, adding only a part of its points. */
  public Contribution limited(double part) {
    return new Contribution(weight, different, repeats, repeatWeight, points * part);
  }
}
