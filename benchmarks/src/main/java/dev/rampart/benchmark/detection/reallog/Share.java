package dev.rampart.benchmark.detection.reallog;

/** So many of so many. */
public record Share(long part, long all) {

  @Override
  public String toString() {
    return part + " of " + all;
  }
}
