package dev.rampart.local.attack;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who takes part.
 *
 * @param role what that one does, in a few words
 * @param isHostile the truth that findings are compared with
 * @param addresses where the player calls from, in IPv4
 * @param principal whose token it has; empty if it has none
 */
record Player(
    String role,
    boolean isHostile,
    List<String> addresses,
    Optional<String> principal,
    Schedule schedule,
    Move move) {

  /** Returns whether a finding with this subject is about the player. */
  boolean isMeantBy(String subject) {
    return principal.filter(subject::equals).isPresent()
        || addresses.stream()
            .anyMatch(address -> subject.equals(address) || subject.equals(network(address)));
  }

  private static String network(String address) {
    return address.substring(0, address.lastIndexOf('.')) + ".0/24";
  }
}
