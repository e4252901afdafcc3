package dev.rampart.local.identity.pool;

import dev.rampart.local.identity.directory.Email;
import dev.rampart.local.identity.directory.SignInOutcome;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.token.PreTokenGeneration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a user pool needs from outside.
 *
 * @param store where users, keys and sign-ins are kept
 * @param preTokenGeneration asked before a user's tokens are signed
 * @param signIns told how each try to sign in ended
 * @param mail sends what a pool on AWS sends by email; called by many threads at once
 * @param administrators says which access key ids may call the operations that need AWS credentials
 */
public record PoolEnvironment(
    BlobStore store,
    InstantSource clock,
    PreTokenGeneration preTokenGeneration,
    Consumer<SignInOutcome> signIns,
    Consumer<Email> mail,
    Predicate<String> administrators) {

  /**
   * Returns an environment for tests: nothing is kept, the clock is the system's, email goes
   * nowhere, and any signed call is an administrator's.
   */
  public static PoolEnvironment inMemory() {
    return new PoolEnvironment(
        BlobStore.inMemory(),
        InstantSource.system(),
        PreTokenGeneration.none(),
        _ -> {},
        _ -> {},
        _ -> true);
  }

  /** Returns this environment with another store. */
  public PoolEnvironment withStore(BlobStore other) {
    return new PoolEnvironment(other, clock, preTokenGeneration, signIns, mail, administrators);
  }

  /** Returns this environment with another clock. */
  public PoolEnvironment withClock(InstantSource other) {
    return new PoolEnvironment(store, other, preTokenGeneration, signIns, mail, administrators);
  }

  /** Returns this environment with another function that is asked before a token. */
  public PoolEnvironment withPreTokenGeneration(PreTokenGeneration other) {
    return new PoolEnvironment(store, clock, other, signIns, mail, administrators);
  }

  /** Returns this environment with another listener to sign-ins; called by many threads at once. */
  public PoolEnvironment withSignIns(Consumer<SignInOutcome> other) {
    return new PoolEnvironment(store, clock, preTokenGeneration, other, mail, administrators);
  }

  /** Returns this environment with another sender of email; called by many threads at once. */
  public PoolEnvironment withMail(Consumer<Email> other) {
    return new PoolEnvironment(store, clock, preTokenGeneration, signIns, other, administrators);
  }

  /** Returns this environment with other administrators. */
  public PoolEnvironment withAdministrators(Predicate<String> other) {
    return new PoolEnvironment(store, clock, preTokenGeneration, signIns, mail, other);
  }
}
