package dev.rampart.local.events;

/**
 * The region and the account in which the local run pretends to be: every ARN names them.
 *
 * @param region for example {@code eu-west-1}
 * @param account twelve digits
 */
public record RegionalAccount(String region, String account) {
  String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
  }
}
