package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.response.ProposalReason;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.response.ResponseDecision;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.port.in.ReadFinding;
import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.port.out.FindingQueries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** {@link ReadFinding} over the stores of findings and of blocks. */
public record ReadFindingUseCase(
    FindingQueries findings, BlockStore blocks, BlockingMode mode, InstantSource clock)
    implements ReadFinding {
  private static final Response NOTHING = new Response.NoResponse();
  private static final Response DRY_RUN = new Response.Proposed(ProposalReason.DRY_RUN);

  @Override
  public Result read(FindingId id) {
    return findings
        .find(id)
        .<Result>map(found -> new Result.Found(found, response(found)))
        .orElseGet(Result.NotFound::new);
  }

  private Response response(FindingRecord finding) {
    return ThreatSource.of(finding.finding().subject())
        .map(blocks::find)
        .map(source -> response(finding, source))
        .orElse(NOTHING);
  }

  /**
   * A block that is in force says what is done about whoever it is of: its end and the mode of
   * blocking may have changed since the finding was decided about. One that has ended, or was taken
   * back, is no response any more.
   */
  private Response response(FindingRecord finding, SourceRecord source) {
    Response decided = decided(finding.id(), source);
    boolean isAnswer = !decided.equals(NOTHING);
    Instant now = MillisClock.now(clock);
    Optional<Block> running =
        source
            .blockInForce(now)
            .filter(block -> isAnswer || block.origin().isOf(finding.id()))
            .or(() -> isAnswer ? BlockAround.of(source.source(), blocks, now) : Optional.empty());
    return running.map(this::response).orElseGet(() -> isByBlock(decided) ? NOTHING : decided);
  }

  private static Response decided(FindingId finding, SourceRecord source) {
    return source
        .decision(finding)
        .filter(_ -> !source.isUndone(finding))
        .map(ResponseDecision::response)
        .orElse(NOTHING);
  }

  /** What the firewall has not been asked for yet becomes what the mode of today says. */
  private Response response(Block running) {
    return switch (running.state()) {
      case ENFORCED -> new Response.Blocked(running.until());
      case WOULD_BE -> DRY_RUN;
      case PENDING, REMOVED -> Response.blocked(running.until(), mode);
    };
  }

  private static boolean isByBlock(Response decided) {
    return decided instanceof Response.Blocked || decided.equals(DRY_RUN);
  }
}
