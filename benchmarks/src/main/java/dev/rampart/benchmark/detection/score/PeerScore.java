package dev.rampart.benchmark.detection.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How one rule did on all worlds together. */
final class PeerScore {

  private static final double PER_SOURCES = 1_000;

  private final String name;
  private final List<WorldScore> worlds = new ArrayList<>();

  PeerScore(String name) {
    this.name = name;
  }

  void add(WorldScore world) {
    worlds.add(world);
  }

  String name() {
    return name;
  }

  /** Returns the share of campaigns that were found, 0 to 1. */
  double recall() {
    return found(worlds.stream().flatMap(world -> world.campaigns().stream()).toList());
  }

  /** Returns {@link #recall} of each family. */
  Map<String, Double> recalls() {
    return worlds.stream()
        .flatMap(world -> world.campaigns().stream())
        .collect(
            Collectors.groupingBy(
                WorldScore.CampaignScore::family,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), PeerScore::found)));
  }

  private static double found(List<WorldScore.CampaignScore> campaigns) {
    return campaigns.stream().mapToInt(one -> one.found() ? 1 : 0).average().orElse(Double.NaN);
  }

  /** Returns the share of incidents that are true, 0 to 1; not a number if there are none. */
  double precision() {
    return incidents().stream().mapToInt(one -> one.isFalse() ? 0 : 1).average().orElse(Double.NaN);
  }

  /**
   * Returns the share of campaigns found among these and false incidents: a campaign from many
   * addresses counts once, however many incidents it makes. Not a number if there are neither.
   */
  double precisionByCampaign() {
    double found =
        worlds.stream()
            .flatMap(world -> world.campaigns().stream())
            .filter(WorldScore.CampaignScore::found)
            .count();
    double wrong = incidents().stream().filter(WorldScore.Incident::isFalse).count();
    return found + wrong == 0 ? Double.NaN : found / (found + wrong);
  }

  /** Returns false incidents for each 1,000 addresses of honest clients that erred. */
  double falsePerSources() {
    double wrong = incidents().stream().filter(WorldScore.Incident::isFalse).count();
    return PER_SOURCES * wrong / worlds.stream().mapToInt(WorldScore::erringSources).sum();
  }

  /** Returns addresses of honest clients that were blocked, a world. */
  double blockedPerWorld() {
    return worlds.stream().mapToInt(WorldScore::blockedSources).average().orElse(Double.NaN);
  }

  /**
   * Returns the delay that a share of the found campaigns does not exceed, in signals of the
   * campaign; 0 if none was found.
   */
  int delay(double share) {
    List<Integer> delays =
        worlds.stream()
            .flatMap(world -> world.campaigns().stream())
            .filter(WorldScore.CampaignScore::found)
            .map(WorldScore.CampaignScore::delay)
            .sorted()
            .toList();
    return delays.isEmpty() ? 0 : delays.get((int) Math.floor(share * (delays.size() - 1)));
  }

  /** Returns how many incidents of each alert were false on each trap. */
  Map<WorldScore.Incident, Long> falseIncidents() {
    return incidents().stream()
        .filter(WorldScore.Incident::isFalse)
        .collect(Collectors.groupingBy(incident -> incident, Collectors.counting()));
  }

  private List<WorldScore.Incident> incidents() {
    return worlds.stream().flatMap(world -> world.incidents().stream()).toList();
  }
}
