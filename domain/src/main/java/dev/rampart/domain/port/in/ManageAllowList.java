package dev.rampart.domain.port.in;

import dev.rampart.domain.common.AllowedVersions;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.AllowedSource;
import java.util.List;

/** What people do about the sources that are never blocked. */
public interface ManageAllowList {
  /**
   * Returns all entries, at most {@link AllowedSource#ENTRIES_MAX}, in the order of their texts.
   */
  List<AllowedSource> list();

  /** Adds a source, or changes the reason of its entry. A block of it ends. */
  AllowResult allow(Allow allow);

  /** Removes the entry of a source. What was blocked before it was allowed is not blocked again. */
  DisallowResult disallow(Disallow disallow);

  /**
   * Who wants a source never to be blocked, and why.
   *
   * @param reason 1 to {@link dev.rampart.domain.detection.block.Block#REASON_LENGTH_MAX}
   *     characters
   * @param versions the versions of the entry that it may replace
   */
  record Allow(SourceRange source, String reason, String principal, AllowedVersions versions) {}

  /** What became of it; if several apply, it is the first of this list. */
  sealed interface AllowResult {
    /**
     * The entry is kept.
     *
     * @param created whether there was none before
     */
    record Allowed(AllowedSource entry, boolean created) implements AllowResult {}

    /** The version that there is was not seen, or changed meanwhile. */
    record PreconditionFailed() implements AllowResult {}

    /** The list takes no more entries. */
    record Full() implements AllowResult {}
  }

  /**
   * Who removes which entry.
   *
   * @param principal the subject of the person's token
   */
  record Disallow(SourceRange source, String principal, AllowedVersions versions) {}

  /** What became of it; if several apply, it is the first of this list. */
  sealed interface DisallowResult {
    /** The entry is gone. */
    record Disallowed() implements DisallowResult {}

    /** There is no such entry. */
    record NotFound() implements DisallowResult {}

    /** The version that there is was not seen, or changed meanwhile. */
    record PreconditionFailed() implements DisallowResult {}
  }
}
