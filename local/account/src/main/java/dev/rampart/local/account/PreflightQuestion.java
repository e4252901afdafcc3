package dev.rampart.local.account;

import java.util.List;
import java.util.function.Function;

/**
 * One question to an account.
 *
 * @param why its answer matters
 * @param permissions the actions that asking needs, as a policy names them
 * @param ask asks it; throws what the SDK throws
 */
record PreflightQuestion(
    String id,
    String why,
    List<String> permissions,
    Function<PreflightContext, AccountAnswer> ask) {

  /** Puts the question; there is an answer whatever happens. */
  PreflightResult put(PreflightContext context) {
    AccountAnswer answer = AwsErrors.guard(permissions, () -> ask.apply(context));
    return new PreflightResult(id, answer.outcome(), answer.found(), why, answer.mend());
  }
}
