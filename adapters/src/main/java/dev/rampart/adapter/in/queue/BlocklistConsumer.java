package dev.rampart.adapter.in.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.port.in.ReconcileBlocks;
import dev.rampart.domain.port.in.RespondToThreats;
import dev.rampart.domain.port.in.RespondToThreats.ThreatReport;
import dev.rampart.domain.port.out.PortUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hands the threats of a batch of messages to the response, and has the blocks reconciled; a tick
 * of the schedule only does the latter. A message that cannot be read comes again, until the queue
 * moves it to the dead-letter queue.
 */
public final class BlocklistConsumer {
  private final RespondToThreats response;
  private final ReconcileBlocks reconciler;

  /** Hands on to these. */
  public BlocklistConsumer(RespondToThreats response, ReconcileBlocks reconciler) {
    this.response = response;
    this.reconciler = reconciler;
  }

  /**
   * Handles one batch.
   *
   * @throws IllegalArgumentException if the function was not called by the queue
   */
  public BlocklistResult handle(JsonNode event) {
    if (!event.path("Records").isArray()) {
      throw new IllegalArgumentException("neither a delivery of a queue nor a tick");
    }
    return handle(QueuedThreats.read(event.path("Records")));
  }

  /**
   * Handles one tick.
   *
   * @throws PortUnavailable if it came to nothing
   */
  public BlocklistResult tick() {
    return BlocklistResult.ofTick(reconciler.reconcile());
  }

  private BlocklistResult handle(QueuedThreats queued) {
    RespondToThreats.Result result = response.respond(List.copyOf(queued.threats().values()));
    List<String> failures = new ArrayList<>(queued.malformed());
    for (Map.Entry<String, ThreatReport> message : queued.threats().entrySet()) {
      FindingId finding = message.getValue().finding().id();
      if (result.failed().contains(finding)) {
        failures.add(message.getKey());
      }
    }
    return new BlocklistResult(
        queued.threats().size(),
        queued.orders(),
        queued.malformed().size(),
        reconciled(),
        failures);
  }

  /** What was decided is kept by now: if this fails or has to wait, the next tick does it. */
  private Optional<ReconcileBlocks.Result> reconciled() {
    try {
      return reconciler.reconcileIfOpen();
    } catch (PortUnavailable _) {
      return Optional.empty();
    }
  }
}
