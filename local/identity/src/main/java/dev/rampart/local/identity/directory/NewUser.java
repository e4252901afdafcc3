package dev.rampart.local.identity.directory;

import dev.rampart.local.identity.crypto.TotpCode;
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

  /** A user with a fresh secret for one-time codes. */
  public static NewUser of(String name, String password, String... groups) {
    return new NewUser(
        name,
        password,
        Optional.of(name + "@example.com"),
        Optional.of(TotpCode.newSecret()),
        List.of(groups));
  }

  @Override
  public String toString() {
    return "NewUser[" + name + "]";
  }
}
