package dev.rampart.local.identity.directory;

import dev.rampart.local.identity.crypto.SrpVerifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a user's password.
 *
 * @param srp what the remote-password protocol needs, if a client of the pool uses it
 * @param temporaryUntil when a password given by an administrator stops working; empty for one that
 *     the user may keep
 * @param former the hashes of earlier ones, newest first, as many as the policy remembers
 */
public record Password(
    PasswordHash hash,
    Optional<SrpVerifier> srp,
    Optional<Instant> temporaryUntil,
    List<PasswordHash> former) {

  public Password {
    former = List.copyOf(former);
  }

  /** Returns this one and the earlier ones, at most so many. */
  List<PasswordHash> history(int size) {
    List<PasswordHash> all = new ArrayList<>(former);
    all.addFirst(hash);
    return all.subList(0, Math.min(size, all.size()));
  }

  @Override
  public String toString() {
    return "***";
  }
}
