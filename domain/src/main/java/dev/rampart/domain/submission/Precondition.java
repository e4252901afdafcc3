package dev.rampart.domain.submission;

import java.util.Set;

/** The versions of a submission that a write may replace: those that the caller has seen. */
public sealed interface Precondition {

  /** Returns whether a write may replace this version. */
  boolean allows(Version current);

  /** Returns the precondition that allows one version only. */
  static Precondition only(Version version) {
    return new OneOf(Set.of(version));
  }

  /** Every version may be replaced. */
  record AnyVersion() implements Precondition {
    @Override
    public boolean allows(Version current) {
      return true;
    }
  }

  /** One of these versions may be replaced; none if there are none. */
  record OneOf(Set<Version> versions) implements Precondition {
    public OneOf {
      versions = Set.copyOf(versions);
    }

    @Override
    public boolean allows(Version current) {
      return versions.contains(current);
    }
  }
}
