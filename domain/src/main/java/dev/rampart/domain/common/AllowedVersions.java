package dev.rampart.domain.common;

import java.util.Set;

/**
 * The versions that a change may start from: those that whoever asks for it has seen. What does not
 * exist yet has the version {@value #ABSENT}.
 */
public sealed interface AllowedVersions {
  /** The version of what does not exist. */
  long ABSENT = 0;

  /** Returns whether the change may start from this version. */
  boolean allow(long current);

  /** The change may start from any version, but has to start from one. */
  record Existing() implements AllowedVersions {
    @Override
    public boolean allow(long current) {
      return current != ABSENT;
    }
  }

  /** The change may start from one of these. */
  record OneOf(Set<Long> versions) implements AllowedVersions {
    public OneOf {
      versions = Set.copyOf(versions);
    }

    @Override
    public boolean allow(long current) {
      return versions.contains(current);
    }
  }
}
