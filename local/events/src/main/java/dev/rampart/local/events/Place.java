package dev.rampart.local.events;

/**
 * Where the local run pretends to be.
 *
 * @param region for example {@code eu-west-1}
 * @param account twelve digits
 */
public record Place(String region, String account) {
  String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
  }
}
