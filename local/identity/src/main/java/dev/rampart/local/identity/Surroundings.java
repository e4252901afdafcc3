package dev.rampart.local.identity;

import dev.rampart.local.identity.directory.Email;
import dev.rampart.local.identity.directory.SignInOutcome;
import dev.rampart.local.identity.store.Vault;
import dev.rampart.local.identity.token.PreTokenGeneration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a pool meets outside itself.
 *
 * @param vault where users, keys and sign-ins are kept
 * @param preTokenGeneration asked before a user's tokens are signed
 * @param signIns told how each try to sign in ended
 * @param mail sends what a pool on AWS sends by email; called by many threads at once
 * @param administrators says which access key ids may call the operations that need AWS credentials
 */
public record Surroundings(
    Vault vault,
    InstantSource clock,
    PreTokenGeneration preTokenGeneration,
    Consumer<SignInOutcome> signIns,
    Consumer<Email> mail,
    Predicate<String> administrators) {

  /**
   * Nothing is kept, the clock is the system's, email goes nowhere, and any signed call is an
   * administrator's.
   */
  public static Surroundings inMemory() {
    return new Surroundings(
        Vault.inMemory(),
        InstantSource.system(),
        PreTokenGeneration.none(),
        _ -> {},
        _ -> {},
        _ -> true);
  }

  /** The same, kept elsewhere. */
  public Surroundings withVault(Vault other) {
    return new Surroundings(other, clock, preTokenGeneration, signIns, mail, administrators);
  }

  /** The same at another time. */
  public Surroundings withClock(InstantSource other) {
    return new Surroundings(vault, other, preTokenGeneration, signIns, mail, administrators);
  }

  /** The same with a function that is asked before a token. */
  public Surroundings withPreTokenGeneration(PreTokenGeneration other) {
    return new Surroundings(vault, clock, other, signIns, mail, administrators);
  }

  /** The same with somebody who is told of sign-ins; called by many threads at once. */
  public Surroundings withSignIns(Consumer<SignInOutcome> other) {
    return new Surroundings(vault, clock, preTokenGeneration, other, mail, administrators);
  }

  /** The same with somebody who sends email; called by many threads at once. */
  public Surroundings withMail(Consumer<Email> other) {
    return new Surroundings(vault, clock, preTokenGeneration, signIns, other, administrators);
  }

  /** The same with other administrators. */
  public Surroundings withAdministrators(Predicate<String> other) {
    return new Surroundings(vault, clock, preTokenGeneration, signIns, mail, other);
  }
}
