package dev.rampart.domain.detection.response;

import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.block.ProtectedSources;
import dev.rampart.domain.detection.finding.Confidence;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Incident;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides what becomes of a finding: a pure function of it, of what is remembered of its source, of
 * the sources that are never blocked, and of the clock. Whoever causes findings about others gains
 * a proposal that a person sees, unless everything below speaks for a block.
 *
 * @param peopleMin so many people make an address a shared one
 * @param lateAfter a threat whose newest signal is older is not answered any more
 */
public record ResponsePolicy(int peopleMin, Duration lateAfter) {
  /** The policy of a deployment. */
  public static final ResponsePolicy STANDARD = new ResponsePolicy(2, Incident.CLOSED_AFTER);

  /** What the policy says. */
  public sealed interface Verdict {
    /** That is the response. */
    record Settled(Response response) implements Verdict {}

    /** The source is to be blocked if the budget allows it. */
    record ToBlock() implements Verdict {}
  }

  /** Decides about one version of a finding. */
  public Verdict decide(
      Finding finding,
      SourceRecord known,
      ProtectedSources neverBlocked,
      SourceFacts facts,
      BlockingMode mode,
      Instant now) {
    if (!isThreat(finding) || known.isUndone(finding.id())) {
      return settled(new Response.NoResponse());
    }
    Optional<Block> inForce = known.blockInForce(now);
    if (inForce.isPresent()) {
      return settled(Response.blocked(inForce.get().until(), mode));
    }
    if (known.isAnswered(finding.lastSeen())) {
      return settled(
          known
              .decision(finding.id())
              .map(ResponseDecision::response)
              .orElseGet(Response.NoResponse::new));
    }
    return objection(finding, known, neverBlocked, facts, now)
        .<Verdict>map(reason -> settled(new Response.Proposed(reason)))
        .orElseGet(Verdict.ToBlock::new);
  }

  /** Returns what speaks against a block, cheapest question first. */
  private Optional<ProposalReason> objection(
      Finding finding,
      SourceRecord known,
      ProtectedSources neverBlocked,
      SourceFacts facts,
      Instant now) {
    if (finding.subject().kind() == SubjectKind.NETWORK) {
      return Optional.of(ProposalReason.NETWORK);
    }
    if (finding.lastSeen().isBefore(now.minus(lateAfter))) {
      return Optional.of(ProposalReason.LATE);
    }
    if (neverBlocked.of(known.source()).isPresent()) {
      return Optional.of(ProposalReason.PROTECTED);
    }
    if (!isSure(finding, known)) {
      return Optional.of(ProposalReason.UNSURE);
    }
    if (isMostlyCrossSite(finding)) {
      return Optional.of(ProposalReason.CROSS_SITE);
    }
    if (facts.people() >= peopleMin) {
      return Optional.of(ProposalReason.SHARED);
    }
    return facts.verifiedName().filter(CrawlerNames::include).map(_ -> ProposalReason.VERIFIED_BOT);
  }

  private static boolean isThreat(Finding finding) {
    SubjectKind kind = finding.subject().kind();
    return (kind == SubjectKind.IP || kind == SubjectKind.NETWORK)
        && !finding.detector().isInformational()
        && finding.severity().compareTo(Severity.MEDIUM) >= 0;
  }

  /** A page with forged images would otherwise have its readers blocked. */
  private static boolean isMostlyCrossSite(Finding finding) {
    long crossSite = count(finding, point -> point == DetectionPoint.WAF_CROSS_SITE);
    return 2 * crossSite >= count(finding, _ -> true);
  }

  private boolean isSure(Finding finding, SourceRecord known) {
    DetectorKind detector = finding.detector();
    return detector.confidence() == Confidence.HIGH
        || known.hasAgreement(detector, finding.lastSeen())
        || finding.isHostile();
  }

  /** Returns how many signals of some points are evidence of a finding. */
  private static long count(Finding finding, Predicate<DetectionPoint> points) {
    return finding.evidence().stream()
        .filter(line -> points.test(line.point()))
        .mapToLong(EvidenceLine::count)
        .sum();
  }

  private static Verdict settled(Response response) {
    return new Verdict.Settled(response);
  }
}
