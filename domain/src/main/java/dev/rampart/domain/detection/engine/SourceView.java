package dev.rampart.domain.detection.engine;

import static dev.rampart.domain.detection.signal.SignalKind.AUTHZ_DENY;
import static dev.rampart.domain.detection.signal.SignalKind.AUTH_FAIL;
import static dev.rampart.domain.detection.signal.SignalKind.AUTH_OK;
import static dev.rampart.domain.detection.signal.SignalKind.NOT_FOUND;

import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.SubjectFeatures;

/**
 * What is known of the source of a signal, and matters to the states of others.
 *
 * @param vouches whether somebody signed in from the source lately
 * @param isSuspect whether the signal makes it suspect among all sources: it failed to sign in to
 *     two accounts and signed in to none, or asked for three objects in vain
 * @param isFirst whether the signal is the first of its kind from the source within one of the
 *     slots of ten minutes that groups count sources in
 */
public record SourceView(boolean vouches, boolean isSuspect, boolean isFirst) {
  private static final double SUSPECT_ACCOUNTS = 1.5;
  private static final double SUSPECT_OBJECTS = 2.5;
  private static final double SIGN_INS_MAX = 1.5;

  /**
   * Returns what features tell of the source of a signal that they hold.
   *
   * @param seen what the source keeps of the signal
   */
  public static SourceView of(SubjectFeatures features, Observation seen) {
    double signIns = features.targets(AUTH_OK);
    boolean isSuspect =
        switch (seen.kind()) {
          case AUTH_FAIL -> signIns == 0 && features.targets(AUTH_FAIL) > SUSPECT_ACCOUNTS;
          case NOT_FOUND, AUTHZ_DENY ->
              signIns < SIGN_INS_MAX
                  && features.targets(NOT_FOUND) + features.targets(AUTHZ_DENY) > SUSPECT_OBJECTS;
          default -> false;
        };
    return new SourceView(signIns > 0, isSuspect, features.isFirst(seen));
  }
}
