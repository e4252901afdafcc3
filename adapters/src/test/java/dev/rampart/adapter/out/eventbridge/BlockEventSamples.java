package dev.rampart.adapter.out.eventbridge;

import dev.rampart.adapter.event.ThreatSamples;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockOrigin;
import dev.rampart.domain.detection.block.BlockState;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.DetectorName;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.port.out.BlockExamples;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The blocks of the golden files. */
final class BlockEventSamples {
  /** The subject of a person's token. */
  static final String PERSON = "7c1e5b90-3d2a-4f6b-8e11-9a0b4c5d6e7f";

  private static final Instant SINCE = Instant.parse("2026-11-22T10:00:00Z");

  private BlockEventSamples() {}

  /** One that a finding caused and that has just expired. */
  static Block automatic() {
    return block(
        BlockExamples.SOURCE,
        new BlockOrigin.ByFinding(
            new FindingId("0d9c2a6b-4e1f-8a37-b5c2-6f0e9d8c7b1a"),
            DetectorName.of(DetectorKind.CRED_STUFFING)),
        "Credential stuffing by address 203.0.113.7: 9 accounts (threshold 6)",
        ThreatSamples.AT,
        2);
  }

  /** One that a person asked for and that goes on. */
  static Block ordered() {
    return block(
        BlockExamples.range("2001:db8:0:7::/64"),
        new BlockOrigin.ByPerson(PERSON),
        "Named in an advisory",
        SINCE.plus(Duration.ofDays(2)),
        0);
  }

  private static Block block(
      SourceRange source, BlockOrigin origin, String reason, Instant until, int strikes) {
    return new Block(
        source,
        origin,
        reason,
        SINCE,
        until,
        strikes,
        Optional.empty(),
        Optional.empty(),
        BlockState.ENFORCED,
        Optional.of(until),
        0,
        2);
  }
}
