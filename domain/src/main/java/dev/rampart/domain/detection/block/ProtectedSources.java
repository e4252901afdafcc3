package dev.rampart.domain.detection.block;

import dev.rampart.domain.common.SourceRange;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sources that are never blocked.
 *
 * @param owner what the owner of the deployment named
 * @param allowed the allow list
 * @param operators where operators were seen lately
 */
public record ProtectedSources(
    Set<SourceRange> owner, Set<SourceRange> allowed, Set<SourceRange> operators) {
  public ProtectedSources {
    owner = Set.copyOf(owner);
    allowed = Set.copyOf(allowed);
    operators = Set.copyOf(operators);
  }

  /** Returns the sources of an allow list beside the others. */
  public static ProtectedSources of(
      Set<SourceRange> owner, Collection<AllowedSource> allowed, Set<SourceRange> operators) {
    return new ProtectedSources(
        owner,
        allowed.stream().map(AllowedSource::source).collect(Collectors.toUnmodifiableSet()),
        operators);
  }

  /** Returns why a source is never blocked; empty if it may be. Any common address is enough. */
  public Optional<Protection> of(SourceRange source) {
    if (ReservedRanges.overlap(source)) {
      return Optional.of(Protection.RESERVED);
    }
    if (overlaps(owner, source)) {
      return Optional.of(Protection.OWNER);
    }
    if (overlaps(allowed, source)) {
      return Optional.of(Protection.ALLOW_LISTED);
    }
    return overlaps(operators, source) ? Optional.of(Protection.OPERATOR) : Optional.empty();
  }

  private static boolean overlaps(Set<SourceRange> ranges, SourceRange source) {
    return ranges.stream().anyMatch(source::overlaps);
  }
}
