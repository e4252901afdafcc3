package dev.rampart.domain.detection.block;

import dev.rampart.domain.common.BoundedText;
import dev.rampart.domain.common.SourceRange;
import java.time.Instant;

/**
 * An entry of the allow list: a source that is never blocked.
 *
 * @param reason one sentence for a person, at most {@link Block#REASON_LENGTH_MAX} characters
 * @param principal the subject of the token of whoever asked for it
 * @param version counts the changes of this entry, from 1
 */
public record AllowedSource(
    SourceRange source, String reason, String principal, Instant since, long version) {
  /** Most entries of the allow list. */
  public static final int ENTRIES_MAX = 500;

  public AllowedSource {
    BoundedText.require("reason", reason, Block.REASON_LENGTH_MAX);
    BoundedText.require("principal", principal, BlockOrigin.ByPerson.LENGTH_MAX);
    if (version < 1) {
      throw new IllegalArgumentException("versions start at 1");
    }
  }
}
