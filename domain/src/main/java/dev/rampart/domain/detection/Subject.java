package dev.rampart.domain.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * Whom signals are counted under.
 *
 * @param name an address or its /64, the subject of a token, a rule: whatever the scope names
 */
public record Subject(Scope scope, String name) {
  /** Longest name, in characters. */
  public static final int LENGTH_MAX = 256;

  public Subject {
    Text.require("subject", name, LENGTH_MAX);
  }

  /** Returns everyone that the signal counts against: its address and its principal, as known. */
  public static List<Subject> of(Signal signal) {
    var subjects = new ArrayList<Subject>(2);
    var source = signal.source();
    source.address().ifPresent(address -> subjects.add(new Subject(Scope.IP, address.site())));
    source.principal().ifPresent(sub -> subjects.add(new Subject(Scope.PRINCIPAL, sub)));
    return List.copyOf(subjects);
  }
}
