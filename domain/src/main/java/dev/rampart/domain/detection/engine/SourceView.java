package dev.rampart.domain.detection.engine;

import static dev.rampart.domain.detection.signal.SignalKind.AUTHZ_DENY;
import static dev.rampart.domain.detection.signal.SignalKind.AUTH_FAIL;
import static dev.rampart.domain.detection.signal.SignalKind.AUTH_OK;
import static dev.rampart.domain.detection.signal.SignalKind.NOT_FOUND;

import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.state.SubjectFeatures;

/**
 * What is known of the source of a signal, and matters to the states of others: a source that
 * somebody signs in from vouches for what comes from it, and one that fails for several things is
 * suspect among all sources.
 */
public record SourceView(SubjectFeatures features) {
  private static final double SUSPECT_ACCOUNTS = 1.5;
  private static final double SUSPECT_OBJECTS = 2.5;
  private static final double SIGN_INS_MAX = 1.5;

  /** Returns whether somebody signed in from the source lately. */
  public boolean vouches() {
    return features.targets(AUTH_OK) > 0;
  }

  /**
   * Returns whether a signal of that kind makes the source suspect among all sources: it failed to
   * sign in to two accounts and signed in to none, or asked for three objects in vain.
   */
  public boolean isSuspect(SignalKind kind) {
    return switch (kind) {
      case AUTH_FAIL -> !vouches() && features.targets(AUTH_FAIL) > SUSPECT_ACCOUNTS;
      case NOT_FOUND, AUTHZ_DENY ->
          features.targets(AUTH_OK) < SIGN_INS_MAX
              && features.targets(NOT_FOUND) + features.targets(AUTHZ_DENY) > SUSPECT_OBJECTS;
      default -> false;
    };
  }
}
