package dev.rampart.domain.detection.signal;

import dev.rampart.domain.common.BoundedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom or what signals are counted under.
 *
 * @param name an address or its /64, the subject of a token, a rule: whatever the kind names
 */
public record Subject(SubjectKind kind, String name) {
  /** Longest name, in characters. */
  public static final int LENGTH_MAX = 256;

  public Subject {
    BoundedText.require("subject", name, LENGTH_MAX);
  }

  /** Returns whom a signal counts against: its address and its principal, as far as known. */
  public static List<Subject> of(Signal signal) {
    List<Subject> subjects = new ArrayList<>(2);
    Source source = signal.source();
    source
        .address()
        .ifPresent(address -> subjects.add(new Subject(SubjectKind.IP, address.site())));
    source.principal().ifPresent(sub -> subjects.add(new Subject(SubjectKind.PRINCIPAL, sub)));
    return List.copyOf(subjects);
  }
}
