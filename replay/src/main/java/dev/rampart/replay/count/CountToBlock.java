package dev.rampart.replay.count;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.replay.input.LineOutcome;
import dev.rampart.replay.input.RecordedEntry;
import java.io.PrintWriter;

/**
 * Says of each rule of AWS WAF that counts, which requests it would have blocked, and of whom.
 *
 * <p>A client is known good if it signed in or got an object of its own, and did nothing that
 * honest clients hardly ever do; what a rule counted does not speak against it. The order of the
 * lines makes no difference.
 */
public final class CountToBlock {
  private final ClientSample sample;
  private final CountTable table;

  /** Starts without any line. */
  public CountToBlock() {
    this(ClientSample.CLIENTS_MAX, CountTable.PATHS_MAX, CountTable.PAIRS_MAX);
  }

  CountToBlock(int clientsMax, int pathsMax, int pairsMax) {
    this.sample = new ClientSample(clientsMax);
    this.table = new CountTable(sample, pathsMax, pairsMax);
  }

  /** Takes a line. */
  public void take(RecordedEntry entry) {
    if (entry.outcome() instanceof LineOutcome.Read read) {
      read.signals().forEach(this::take);
      read.firewallRecords().forEach(firewall -> table.take(firewall));
    }
  }

  private void take(Signal signal) {
    if (signal.source().address().isEmpty()) {
      return;
    }
    long client = ClientSample.client(signal.source().address().get());
    if (signal.point().kind().isCounterEvidence()) {
      sample.good(client);
    } else if (isHostile(signal.point())) {
      sample.hostile(client);
    }
  }

  private static boolean isHostile(DetectionPoint point) {
    return point == DetectionPoint.TOKEN_FORGED
        || (point.kind().isHostile() && point != DetectionPoint.WAF_COUNT_MATCH);
  }

  /** Prints what was found for people. */
  public void print(PrintWriter out) {
    new CountPrint(table, out).all();
  }

  /** Returns what was found for programs. */
  public ObjectNode json() {
    return CountJson.of(table);
  }
}
