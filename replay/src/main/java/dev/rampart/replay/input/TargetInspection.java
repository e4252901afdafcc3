package dev.rampart.replay.input;

import dev.rampart.domain.common.Ascii;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.inspection.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the inspector finds in the path and the query of a request. */
final class TargetInspection {
  /** One attack that was found. */
  record Found(DetectionPoint point, SignalEvidence evidence) {}

  private static final Inspector INSPECTOR = Inspector.standard();

  /** More parameters are not looked at; none of our operations has that many. */
  private static final int PARAMETERS_MAX = 16;

  /** Without any of them there is no attack that the inspector knows. */
  private static final String MARKS = "%<>'\"();|$&{}\\`!*:@";

  private TargetInspection() {}

  /** Returns the attacks in the path and the query, at most one for each parameter. */
  static List<Found> of(CombinedLogLine line) {
    String target = line.target();
    String path = line.path();
    List<Found> found = new ArrayList<>(0);
    inspect(FieldKind.CODE, "path", path).ifPresent(found::add);
    int at = path.length() + 1;
    for (int n = 0; n < PARAMETERS_MAX && at < target.length(); n++) {
      int end = target.indexOf('&', at);
      String parameter = target.substring(at, end < 0 ? target.length() : end);
      int equals = parameter.indexOf('=');
      inspect(FieldKind.URL, "query/" + n, parameter.substring(equals + 1)).ifPresent(found::add);
      at = end < 0 ? target.length() : end + 1;
    }
    return found;
  }

  private static Optional<Found> inspect(FieldKind kind, String field, String value) {
    if (!mayHoldAttack(value)) {
      return Optional.empty();
    }
    Verdict verdict = INSPECTOR.inspect(kind, value);
    return verdict.refusedIn(kind)
        ? Optional.of(
            new Found(
                DetectionPoint.of(verdict.attack().orElse(Attack.OTHER)),
                SignalEvidence.injection(field, verdict)))
        : Optional.empty();
  }

  private static boolean mayHoldAttack(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > '~' || (!Ascii.isLetterOrDigit(c) && MARKS.indexOf(c) >= 0)) {
        return true;
      }
    }
    return false;
  }
}
