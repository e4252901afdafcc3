package dev.rampart.local.identity.settings;

import java.util.List;

/** What custom scopes belong to, for example {@code rampart} to {@code rampart/threats.read}. */
public record ResourceServerSettings(String identifier, String name, List<String> scopes) {

  /** Returns the scopes as they stand in a token. */
  public List<String> fullScopes() {
    return scopes.stream().map(scope -> identifier + "/" + scope).toList();
  }
}
