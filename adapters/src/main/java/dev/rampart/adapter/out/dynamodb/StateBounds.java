package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.state.SubjectState;

/**
 * What a state has no more room for, as far as this process knows. A set of ids that is full stays
 * full for its half hour; to know so saves an update that would be refused.
 *
 * @param fullHalfHour the newest half hour whose ids are full; {@link #NEVER} if none is
 * @param isLarge whether the item is near its bound, so that its sets may not grow
 */
record StateBounds(long fullHalfHour, boolean isLarge) {
  /** Larger items get neither ids nor members of sets. The rest of them is some 200 bytes. */
  private static final int LARGE_BYTES = 700;

  /** Stands for no half hour. */
  static final long NEVER = Long.MIN_VALUE;

  /** Nothing is full. */
  static final StateBounds NONE = new StateBounds(NEVER, false);

  /** Returns the bounds of an item as of a half hour. */
  static StateBounds of(StateItem item, long halfHour) {
    boolean large = item.bytes() >= LARGE_BYTES;
    boolean full = large || item.ids(halfHour).size() >= SubjectState.IDS_MAX;
    return full ? new StateBounds(halfHour, large) : NONE;
  }

  /** Returns whether the ids of a half hour need not be written. */
  boolean isFull(long halfHour) {
    return isLarge || halfHour == fullHalfHour;
  }
}
