package dev.rampart.domain.detection.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The gateway's lines by the ids of their requests: they say of each who sent it. */
final class GatewayLines {
  private final Map<String, List<GateEntry>> byId;

  private GatewayLines(Map<String, List<GateEntry>> byId) {
    this.byId = byId;
  }

  /** Returns those among the entries. */
  static GatewayLines of(List<GateEntry> entries) {
    Map<String, List<GateEntry>> byId = new HashMap<>();
    for (GateEntry entry : entries) {
      if (entry.log() == GateLog.ACCESS) {
        ids(entry).forEach(id -> byId.computeIfAbsent(id, _ -> new ArrayList<>(1)).add(entry));
      }
    }
    return new GatewayLines(byId);
  }

  /**
   * Returns the entry with what only the gateway's line of the same request says: the user of what
   * a function refused; route, status and the id that the client read of what the firewall refused.
   * Clients may choose ids, so one that two requests have says nothing.
   */
  GateEntry complete(GateEntry entry) {
    Optional<GateEntry> line = line(entry);
    return switch (entry.log()) {
      case FUNCTION -> line.map(GateEntry::source).map(entry::withSource).orElse(entry);
      case FIREWALL -> line.map(GateEntry::request).map(entry::withRequest).orElse(entry);
      case ACCESS, SIGN_IN -> entry;
    };
  }

  /** Returns the gateway's line of the same request; the entry itself if there is none. */
  GateEntry about(GateEntry entry) {
    return entry.log() == GateLog.ACCESS ? entry : line(entry).orElse(entry);
  }

  private Optional<GateEntry> line(GateEntry entry) {
    return entry
        .request()
        .requestId()
        .map(id -> byId.getOrDefault(id, List.of()))
        .filter(same -> same.size() == 1)
        .map(List::getFirst);
  }

  private static Stream<String> ids(GateEntry entry) {
    return Stream.concat(entry.request().requestId().stream(), entry.uniqueId().stream())
        .distinct();
  }
}
