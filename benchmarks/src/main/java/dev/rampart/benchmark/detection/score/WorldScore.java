package dev.rampart.benchmark.detection.score;

import java.util.List;

/**
 * How one rule did on one world.
 *
 * @param campaigns each campaign, with the delay if it was found
 * @param incidents those that are true or false
 * @param blockedSources how many addresses of honest clients were blocked
 * @param erringSources how many addresses of honest clients erred at all
 */
record WorldScore(
    List<CampaignScore> campaigns,
    List<Incident> incidents,
    int blockedSources,
    int erringSources) {

  /**
   * Whether a campaign was found.
   *
   * @param delay which of its signals, by arrival, was the first with an alert; 0 if none was
   */
  record CampaignScore(String family, int delay) {
    boolean found() {
      return delay > 0;
    }
  }

  /**
   * The alerts of one name on one subject without two hours of silence; true and false alerts make
   * different incidents.
   *
   * @param trap whom it accuses falsely; empty if it is true
   */
  record Incident(String alert, String trap) {
    boolean isFalse() {
      return !trap.isEmpty();
    }
  }
}
