package dev.rampart.domain.detection.block;

import dev.rampart.domain.common.BoundedText;
import dev.rampart.domain.common.SourceRange;
import java.time.Instant;
import java.util.Optional;

/**
 * A block of one source, from when it is wanted until it has left the firewall. There is none
 * without an end.
 *
 * @param reason one sentence for a person, at most {@value #REASON_LENGTH_MAX} characters
 * @param since when it was decided
 * @param until when it ends; an earlier end, by a person, moves it
 * @param strikes how many blocks the source had within its memory, this one included; 0 if a person
 *     asked for it
 * @param end why it ended early; empty while it runs and when it just expires
 * @param endedBy the subject of the token of whoever took it back; empty if nobody did, or if
 *     somebody judged its finding, which names that person then
 * @param state whether the firewall is known to hold it
 * @param announcedUntil the end that the last {@code SourceBlocked} named; empty if there was none,
 *     or if {@code SourceUnblocked} followed
 * @param announcements how often subscribers were told of blocks of the source, from the first that
 *     followed another without a gap
 * @param version the version of the source's record that changed it last
 */
public record Block(
    SourceRange source,
    BlockOrigin origin,
    String reason,
    Instant since,
    Instant until,
    int strikes,
    Optional<BlockEnd> end,
    Optional<String> endedBy,
    BlockState state,
    Optional<Instant> announcedUntil,
    long announcements,
    long version) {
  /** Longest reason, in characters. */
  public static final int REASON_LENGTH_MAX = 512;

  public Block {
    BoundedText.require("reason", reason, REASON_LENGTH_MAX);
    BoundedText.require("endedBy", endedBy, BlockOrigin.ByPerson.LENGTH_MAX);
    if (until.isBefore(since) || strikes < 0 || announcements < 0 || version < 1) {
      throw new IllegalArgumentException("a block ends after it began, in version 1 or later");
    }
  }

  /** Returns a block that was just decided. */
  public static Block decided(
      SourceRange source,
      BlockOrigin origin,
      String reason,
      Instant since,
      Instant until,
      int strikes,
      long version) {
    return new Block(
        source,
        origin,
        reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX)),
        since,
        until,
        strikes,
        Optional.empty(),
        Optional.empty(),
        BlockState.PENDING,
        Optional.empty(),
        0,
        version);
  }

  /** Returns whether the source is to be kept out at that time. */
  public boolean isInForce(Instant now) {
    return until.isAfter(now);
  }

  /** Returns whether subscribers know of it and have to be told when it ends. */
  public boolean isAnnounced() {
    return announcedUntil.isPresent();
  }

  /** Returns whether somebody ended it early, or its end was noticed. */
  public boolean isNotedAsOver() {
    return end.isPresent() || state == BlockState.REMOVED;
  }

  /** Returns why it is over, once it is. */
  public BlockEnd endReason() {
    return end.orElse(BlockEnd.EXPIRED);
  }

  /** Returns this block, ended at that time; one that is over already stays as it is. */
  public Block ended(Instant now, BlockEnd why, long changedBy) {
    return ended(now, why, Optional.empty(), changedBy);
  }

  /** Returns this block, taken back at that time; one that is over already stays as it is. */
  public Block undone(Instant now, String principal, long changedBy) {
    return ended(now, BlockEnd.UNDONE, Optional.of(principal), changedBy);
  }

  private Block ended(Instant now, BlockEnd why, Optional<String> principal, long changedBy) {
    if (!isInForce(now)) {
      return this;
    }
    return new Block(
        source,
        origin,
        reason,
        since,
        now.isBefore(since) ? since : now,
        strikes,
        Optional.of(why),
        principal,
        state,
        announcedUntil,
        announcements,
        changedBy);
  }

  /** Returns this block with what the reconciler knows of it, and has told. */
  public Block settled(BlockState known, Optional<Instant> announced, long changedBy) {
    long told = announced.equals(announcedUntil) ? announcements : announcements + 1;
    return with(known, announced, told, changedBy);
  }

  /** Returns this block as the next one of a source of which subscribers were told before. */
  public Block following(Block former) {
    return with(state, former.announcedUntil, former.announcements, version);
  }

  private Block with(BlockState known, Optional<Instant> announced, long told, long changedBy) {
    return new Block(
        source, origin, reason, since, until, strikes, end, endedBy, known, announced, told,
        changedBy);
  }
}
