package dev.rampart.local.identity.client;

import java.util.Optional;

/**
 * Who signs in.
 *
 * @param totpSecret in base32; empty if the pool asks for no code
 */
public record UserCredentials(String name, String password, Optional<String> totpSecret) {
  @Override
  public String toString() {
    return "Person[" + name + "]";
  }
}
