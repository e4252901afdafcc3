package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingRecord;
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
public record ReadFindingUseCase(FindingQueries findings, BlockStore blocks, InstantSource clock)
    implements ReadFinding {

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
        .orElseGet(Response.NoResponse::new);
  }

  /** A block that has ended, or was taken back, is no response any more. */
  private Response response(FindingRecord finding, SourceRecord source) {
    Instant now = MillisClock.now(clock);
    Optional<Response> decided = source.decision(finding.id()).map(ResponseDecision::response);
    return decided
        .filter(
            response ->
                !(response instanceof Response.Blocked) || source.blockInForce(now).isPresent())
        .orElseGet(Response.NoResponse::new);
  }
}
