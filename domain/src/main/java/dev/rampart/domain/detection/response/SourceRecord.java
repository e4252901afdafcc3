package dev.rampart.domain.detection.response;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockEnd;
import dev.rampart.domain.detection.block.BlockLadder;
import dev.rampart.domain.detection.block.BlockOrigin;
import dev.rampart.domain.detection.block.BlockOrigin.ByFinding;
import dev.rampart.domain.detection.block.BlockState;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.DetectorName;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of a source: its block, how often it was blocked, what was undone, and what
 * was decided about its findings. Every change makes the next version.
 *
 * @param version counts the changes, 0 if there were none
 * @param block the block that is kept, in force or not
 * @param strikes how many automatic blocks count against it as of {@code lastEnd}
 * @param lastEnd when its last automatic block ends or ended; {@link Instant#EPOCH} if it had none
 * @param undone findings that may not block it again, oldest first
 * @param decisions of each detector the one about what was seen last
 */
public record SourceRecord(
    SourceRange source,
    long version,
    Optional<Block> block,
    int strikes,
    Instant lastEnd,
    List<FindingId> undone,
    List<ResponseDecision> decisions) {
  /** Most findings that are remembered as undone. */
  public static final int UNDONE_MAX = 32;

  /** So long the finding of one detector confirms that of another. */
  public static final Duration AGREEMENT = Duration.ofHours(2);

  public SourceRecord {
    undone = List.copyOf(undone);
    decisions = List.copyOf(decisions);
  }

  /** Returns what is known of a source that nothing is known of. */
  public static SourceRecord unknown(SourceRange source) {
    return new SourceRecord(source, 0, Optional.empty(), 0, Instant.EPOCH, List.of(), List.of());
  }

  /** Returns the block if it is in force. */
  public Optional<Block> blockInForce(Instant now) {
    return block.filter(held -> held.isInForce(now));
  }

  /** Returns whether the finding may not block the source again. */
  public boolean isUndone(FindingId finding) {
    return undone.contains(finding);
  }

  /** Returns whether all of what was seen is older than the end of the last automatic block. */
  public boolean isAnswered(Instant lastSeen) {
    return !lastSeen.isAfter(lastEnd);
  }

  /**
   * Returns whether a detector other than this one found something about the source lately, which
   * nobody has called wrong.
   */
  public boolean hasAgreement(DetectorKind detector, Instant seen) {
    return decisions.stream()
        .anyMatch(
            decision ->
                decision.detector().kind().filter(kind -> confirms(kind, detector)).isPresent()
                    && !isUndone(decision.finding())
                    && Duration.between(decision.lastSeen(), seen).abs().compareTo(AGREEMENT) <= 0);
  }

  private static boolean confirms(DetectorKind one, DetectorKind other) {
    return one != other && !one.isInformational();
  }

  /** Returns what was decided about a finding; empty if it is not known any more. */
  public Optional<ResponseDecision> decision(FindingId finding) {
    return decisions.stream().filter(decision -> decision.finding().equals(finding)).findFirst();
  }

  /** Returns the record after a decision that blocks nothing. */
  public SourceRecord with(ResponseDecision decision) {
    return next(block, strikes, lastEnd, undone, withDecision(decision));
  }

  /** Returns the record after the finding has blocked the source, on the rung that is its due. */
  public SourceRecord blockedBy(
      Finding finding, BlockLadder ladder, BlockingMode mode, Instant now) {
    int strike = Math.min(ladder.remaining(strikes, lastEnd, now) + 1, ladder.strikesMax());
    Instant until = now.plus(ladder.span(strike));
    Block decided =
        Block.decided(
            source,
            new ByFinding(finding.id(), DetectorName.of(finding.detector())),
            finding.explanation(),
            now,
            until,
            strike,
            version + 1);
    ResponseDecision decision = ResponseDecision.about(finding, Response.blocked(until, mode));
    return next(Optional.of(after(decided)), strike, until, undone, withDecision(decision));
  }

  /**
   * Returns the record after a person has ordered a block, which replaces the one that was. What is
   * seen after the end that the person chose was not answered by the block that would have lasted
   * longer.
   */
  public SourceRecord orderedBy(String principal, String reason, Instant now, Instant until) {
    Block decided =
        Block.decided(
            source, new BlockOrigin.ByPerson(principal), reason, now, until, 0, version + 1);
    return next(Optional.of(after(decided)), strikes, earlier(lastEnd, until), undone, decisions);
  }

  /**
   * Returns the record after a person has taken the block back. The finding that it was for cannot
   * block the source again, nor can any other that is known by now: the person has seen them all.
   */
  public SourceRecord undone(String principal, Instant now) {
    List<FindingId> more = new ArrayList<>();
    block
        .map(Block::origin)
        .filter(ByFinding.class::isInstance)
        .ifPresent(origin -> more.add(((ByFinding) origin).finding()));
    decisions.forEach(decision -> more.add(decision.finding()));
    SourceRecord ended =
        blockInForce(now)
            .map(held -> over(held.undone(now, principal, version + 1), BlockEnd.UNDONE, now))
            .orElse(this);
    return withUndone(ended, more);
  }

  /** Returns the record after a person has said that one finding is a false positive. */
  public SourceRecord refuted(FindingId finding, Instant now) {
    boolean isItsBlock = block.filter(held -> held.origin().isOf(finding)).isPresent();
    SourceRecord ended = isItsBlock ? ended(now, BlockEnd.UNDONE) : this;
    return withUndone(ended, List.of(finding));
  }

  /**
   * Returns the record after its block has ended before its time. The strike of an automatic block
   * that was undone is forgiven, and no other.
   */
  public SourceRecord ended(Instant now, BlockEnd why) {
    return blockInForce(now)
        .map(held -> over(held.ended(now, why, version + 1), why, now))
        .orElse(this);
  }

  private SourceRecord over(Block ended, BlockEnd why, Instant now) {
    boolean forgiven = why == BlockEnd.UNDONE && ended.origin().isAutomatic();
    return next(
        Optional.of(ended),
        forgiven ? Math.max(0, strikes - 1) : strikes,
        earlier(lastEnd, now),
        undone,
        decisions);
  }

  /**
   * Returns the block that a change of this record is the first to know as over; empty if it is
   * none, as most. Its state is what the firewall did about it until then. A block can be ended
   * early, expire, be replaced after its end or be forgotten, whatever is noticed first: over all
   * changes, each is returned once.
   */
  public Optional<Block> endedBy(SourceRecord changed) {
    return block.filter(before -> !before.isNotedAsOver()).flatMap(changed::asEnd);
  }

  private Optional<Block> asEnd(Block before) {
    if (block.isEmpty() || !block.get().since().isBefore(before.until())) {
      return Optional.of(before);
    }
    return block
        .filter(Block::isNotedAsOver)
        .map(over -> over.settled(before.state(), over.announcedUntil(), over.version()));
  }

  /** Returns the record with what the reconciler knows of its block; the block is the same one. */
  public SourceRecord settled(BlockState state, Optional<Instant> announced) {
    return next(
        block.map(held -> held.settled(state, announced, held.version())),
        strikes,
        lastEnd,
        undone,
        decisions);
  }

  /** Returns the record without its block, which has left the firewall. */
  public SourceRecord withoutBlock() {
    return next(Optional.empty(), strikes, lastEnd, undone, decisions);
  }

  private SourceRecord withUndone(SourceRecord ended, List<FindingId> more) {
    List<FindingId> all = new ArrayList<>(undone);
    more.stream().filter(id -> !all.contains(id)).forEach(all::add);
    int dropped = Math.max(0, all.size() - UNDONE_MAX);
    return next(
        ended.block, ended.strikes, ended.lastEnd, all.subList(dropped, all.size()), decisions);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Block after(Block decided) {
    return block.map(decided::following).orElse(decided);
  }

  /** Threats come in any order: an older version of a finding does not replace a newer one. */
  private List<ResponseDecision> withDecision(ResponseDecision decision) {
    List<ResponseDecision> kept = new ArrayList<>(decisions);
    kept.removeIf(
        other ->
            other.detector().equals(decision.detector())
                && !other.lastSeen().isAfter(decision.lastSeen()));
    if (kept.stream().noneMatch(other -> other.detector().equals(decision.detector()))) {
      kept.add(decision);
    }
    return kept;
  }

  private SourceRecord next(
      Optional<Block> newBlock,
      int newStrikes,
      Instant newEnd,
      List<FindingId> newUndone,
      List<ResponseDecision> newDecisions) {
    return new SourceRecord(
        source, version + 1, newBlock, newStrikes, newEnd, newUndone, newDecisions);
  }
}
