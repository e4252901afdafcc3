package dev.rampart.local.identity.directory;

import java.util.List;
import java.util.Optional;

/**
 * A user as a program makes one: ready to sign in, nothing to change first.
 *
 * @param email empty if the user has none
 * @param totpSecret in base32; empty if no code is asked
 */
public record NewUser(
    String name,
    String password,
    Optional<String> email,
    Optional<String> totpSecret,
    List<String> groups) {

  @Override
  public String toString() {
    return "NewUser[" + name + "]";
  }
}
