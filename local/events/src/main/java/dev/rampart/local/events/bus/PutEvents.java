package dev.rampart.local.events.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.queue.RequestMembers;
import dev.rampart.local.protocol.AwsError;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** PutEvents: judges each entry by itself, then journals, matches and delivers it. */
public final class PutEvents {
  private static final int ENTRIES_MAX = 10;
  private static final String DEFAULT_BUS = "default";

  /**
   * What AWS takes since January 2026, in bytes for all entries together; before it was a quarter.
   */
  private static final int BYTES_MAX = 1_048_576;

  private final Buses buses;
  private final InstantSource clock;
  private final Delivery delivery;
  private final EventListener journal;

  public PutEvents(Buses buses, InstantSource clock, Delivery delivery, EventListener journal) {
    this.buses = buses;
    this.clock = clock;
    this.delivery = delivery;
    this.journal = journal;
  }

  JsonNode put(JsonNode input) {
    JsonNode entries = RequestMembers.list(input, "Entries");
    check(entries);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    MatchingBudget budget = new MatchingBudget();
    int failed = 0;
    for (JsonNode entry : entries) {
      String id = UUID.randomUUID().toString();
      try {
        put(PutEventsEntry.of(entry, id, buses.stack(), clock.instant()), budget);
        results.addObject().put("EventId", id);
      } catch (AwsError e) {
        failed++;
        results.addObject().put("ErrorCode", e.code()).put("ErrorMessage", e.getMessage());
      }
    }
    answer.put("FailedEntryCount", failed);
    answer.set("Entries", results);
    return answer;
  }

  /** Puts an event that no client may: one of a service of AWS. */
  public void putOfService(String source, String detailType, String resource, ObjectNode detail) {
    if (!buses.get(DEFAULT_BUS).rules().isEmpty()) {
      put(DEFAULT_BUS, source, detailType, List.of(resource), detail);
    }
  }

  /** Puts an event of the run itself. */
  public void put(
      String bus, String source, String detailType, List<String> resources, ObjectNode detail) {
    PutEventsEntry entry =
        PutEventsEntry.of(
            bus, source, detailType, resources, detail, buses.stack(), clock.instant());
    put(entry, new MatchingBudget());
  }

  /**
   * Puts an event once more.
   *
   * @param taking which rules may get it
   */
  void putAgain(PutEventsEntry entry, Predicate<Rule> taking) {
    put(entry, new MatchingBudget(), taking);
  }

  private void put(PutEventsEntry entry, MatchingBudget budget) {
    put(entry, budget, _ -> true);
  }

  private void put(PutEventsEntry entry, MatchingBudget budget, Predicate<Rule> taking) {
    Bus bus = buses.get(entry.bus());
    String event = entry.event().toString();
    List<Rule> rules = bus.matching(event, budget).stream().filter(taking).toList();
    // Events of AWS's services are encrypted with a key of AWS.
    Optional<String> refusal = entry.isOfService() ? Optional.empty() : delivery.keyRefusal(bus);
    if (!delivery.hasRoom(bus, rules, event, refusal)) {
      throw new AwsError(
          "ThrottlingException", "Too many messages wait in the queues; receive or purge them.");
    }
    try {
      journal.event(event);
    } catch (IOException e) {
      throw new AwsError("InternalFailure", "The event cannot be kept: " + e.getMessage());
    }
    delivery.deliver(bus, rules, event, refusal);
  }

  private static void check(JsonNode entries) {
    if (entries.isEmpty() || entries.size() > ENTRIES_MAX) {
      throw new AwsError(
          "ValidationException",
          "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member"
              + " must have length between 1 and 10");
    }
    int bytes = 0;
    for (JsonNode entry : entries) {
      bytes += PutEventsEntry.bytes(entry);
    }
    if (bytes > BYTES_MAX) {
      throw new AwsError(
          "ValidationException", "Total size of the entries in the request is over the limit.");
    }
  }
}
