package dev.rampart.local.stack;

import java.util.List;

/**
 * Somebody who can sign in to a run from its start, with a password and a code generator of the
 * run's making.
 *
 * @param scopes what the user's tokens may be asked for: the scopes that the groups grant
 */
public record SeedUser(String name, List<String> groups, List<String> scopes) {
  /** A user whose lists nobody changes. */
  public SeedUser {
    groups = List.copyOf(groups);
    scopes = List.copyOf(scopes);
  }
}
