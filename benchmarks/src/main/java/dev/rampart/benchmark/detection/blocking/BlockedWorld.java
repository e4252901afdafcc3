package dev.rampart.benchmark.detection.blocking;

import dev.rampart.benchmark.detection.world.World;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.BlockBudget;
import dev.rampart.domain.detection.block.BlockLadder;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.block.ProtectedSources;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.engine.Found;
import dev.rampart.domain.detection.engine.SignalStream;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.response.ProposalReason;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.response.ResponseDecision;
import dev.rampart.domain.detection.response.ResponsePolicy;
import dev.rampart.domain.detection.response.ResponsePolicy.Verdict;
import dev.rampart.domain.detection.response.SourceFacts;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One world with our engine and our response to what it finds. Nothing is protected but by what the
 * signals say, and a source that is blocked goes on: both make the response worse than it is.
 */
final class BlockedWorld {
  private static final KeyedHash HASH = KeyedHash.of("benchmark");
  private static final ProtectedSources NOBODY = new ProtectedSources(Set.of(), Set.of(), Set.of());

  private record Key(DetectorKind detector, Subject subject) {}

  private final ResponsePolicy policy;
  private final Map<Key, FindingRecord> findings = new HashMap<>();
  private final Map<Subject, SourceRecord> records = new HashMap<>();
  private final Map<String, Set<String>> accounts = new HashMap<>();
  private final Map<Subject, DetectorKind> blocked = new HashMap<>();
  private final Map<ProposalReason, Integer> proposals = new EnumMap<>(ProposalReason.class);
  private BlockBudget budget = BlockBudget.untouched();

  private BlockedWorld(ResponsePolicy policy) {
    this.policy = policy;
  }

  /** Returns what became of the addresses of a world. */
  static BlockedWorld of(World world, ResponsePolicy policy) {
    BlockedWorld replay = new BlockedWorld(policy);
    SignalStream stream =
        new SignalStream(
            List.of(new DetectionEngine(Detectors.standard())),
            HASH,
            (_, found, signal) -> replay.found(found, signal));
    for (Signal signal : world.signals()) {
      replay.noteSuccess(signal);
      stream.take(signal);
    }
    return replay;
  }

  /** Returns the addresses that were blocked, with what found them first. */
  Map<Subject, DetectorKind> blocked() {
    return blocked;
  }

  /** Returns how often a block was proposed, by the reason. */
  Map<ProposalReason, Integer> proposals() {
    return proposals;
  }

  private void noteSuccess(Signal signal) {
    if (signal.point() == DetectionPoint.AUTH_OK) {
      signal
          .source()
          .address()
          .ifPresent(
              address ->
                  accounts
                      .computeIfAbsent(address.site(), _ -> new HashSet<>())
                      .add(signal.request().resourceId().orElse("")));
    }
  }

  private void found(Found found, Signal signal) {
    Key key = new Key(found.detector(), found.subject());
    Instant seen = signal.observedAt();
    Finding finding = found.finding(List.of(signal));
    FindingRecord known = findings.get(key);
    FindingRecord now =
        known == null ? FindingRecord.open(finding, seen) : known.foundAgain(finding, seen);
    if (!now.equals(known)) {
      findings.put(key, now);
      answer(now.finding(), seen);
    }
  }

  private void answer(Finding finding, Instant now) {
    Subject subject = finding.subject();
    if (subject.kind() != SubjectKind.IP && subject.kind() != SubjectKind.NETWORK) {
      return;
    }
    SourceRange source = SourceRange.parse(subject.name()).orElseThrow();
    SourceRecord record = records.computeIfAbsent(subject, _ -> SourceRecord.unknown(source));
    Verdict verdict = policy.decide(finding, record, NOBODY, facts(subject), BlockingMode.ON, now);
    records.put(
        subject,
        switch (verdict) {
          case Verdict.Settled(Response response) -> decided(record, finding, response);
          case Verdict.ToBlock() -> block(record, finding, now);
        });
  }

  private SourceRecord block(SourceRecord record, Finding finding, Instant now) {
    Optional<BlockBudget> spent = budget.spend(now);
    if (spent.isEmpty()) {
      return decided(record, finding, new Response.Proposed(ProposalReason.BUDGET));
    }
    budget = spent.get();
    blocked.putIfAbsent(finding.subject(), finding.detector());
    return record.blockedBy(finding, BlockLadder.STANDARD, BlockingMode.ON, now);
  }

  private SourceRecord decided(SourceRecord record, Finding finding, Response response) {
    if (response instanceof Response.Proposed(ProposalReason reason)) {
      proposals.merge(reason, 1, Integer::sum);
    }
    return record.with(ResponseDecision.about(finding, response));
  }

  private SourceFacts facts(Subject subject) {
    return new SourceFacts() {
      @Override
      public int people() {
        return accounts.getOrDefault(subject.name(), Set.of()).size();
      }

      @Override
      public Optional<String> verifiedName() {
        return Optional.empty();
      }
    };
  }
}
