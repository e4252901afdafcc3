package dev.rampart.local.identity.crypto;

import java.math.BigInteger;

/** What a server keeps for the remote-password protocol (SRP): never the password. */
public record SrpVerifier(BigInteger salt, BigInteger verifier) {
  @Override
  public String toString() {
    return "***";
  }
}
