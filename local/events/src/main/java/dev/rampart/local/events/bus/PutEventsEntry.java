package dev.rampart.local.events.bus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.queue.RequestMembers;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.template.PseudoParameters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * One entry of PutEvents that passed EventBridge's checks.
 *
 * @param event what rules match and targets get
 */
public record PutEventsEntry(String bus, ObjectNode event) {
  /**
   * How deep a detail can be nested: the event around it is one deeper, and whoever parses that has
   * Jackson's own limit.
   */
  private static final int DEPTH_MAX = StreamReadConstraints.DEFAULT_MAX_DEPTH - 1;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** What the source of an event of a service begins with. */
  private static final String SERVICES = "aws.";

  /** Says whether it is an event of a service of AWS. */
  boolean isOfService() {
    return event.path("source").asText().startsWith(SERVICES);
  }

  /**
   * Checks one entry.
   *
   * @throws AwsError with the code and the message of the entry's result
   */
  static PutEventsEntry of(JsonNode given, String id, PseudoParameters stack, Instant now) {
    String source = required(given, "Source");
    String detailType = required(given, "DetailType");
    String detail = required(given, "Detail");
    if (source.startsWith(SERVICES)) {
      throw new AwsError("NotAuthorizedForSourceException", "Not authorized for the source.");
    }
    ObjectNode event = envelope(source, detailType, id, stack, time(given, now));
    RequestMembers.texts(given, "Resources").forEach(event.putArray("resources")::add);
    event.set("detail", parse(detail));
    return new PutEventsEntry(RequestMembers.text(given, "EventBusName").orElse("default"), event);
  }

  /** Returns an event of the run itself, which needs no checks. */
  static PutEventsEntry of(
      String bus,
      String source,
      String detailType,
      List<String> resources,
      ObjectNode detail,
      PseudoParameters stack,
      Instant now) {
    ObjectNode event = envelope(source, detailType, UUID.randomUUID().toString(), stack, now);
    resources.forEach(event.putArray("resources")::add);
    event.set("detail", detail);
    return new PutEventsEntry(bus, event);
  }

  private static ObjectNode envelope(
      String source, String detailType, String id, PseudoParameters stack, Instant at) {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "0");
    event.put("id", id);
    event.put("detail-type", detailType);
    event.put("source", source);
    event.put("account", stack.accountId());
    event.put("time", at.truncatedTo(ChronoUnit.SECONDS).toString());
    return event.put("region", stack.region());
  }

  /** Returns how much an entry counts: its texts, and 14 bytes for a time. */
  static int bytes(JsonNode given) {
    int bytes = given.has("Time") ? 14 : 0;
    for (String name : new String[] {"Source", "DetailType", "Detail"}) {
      bytes += given.path(name).asText().getBytes(StandardCharsets.UTF_8).length;
    }
    for (String resource : RequestMembers.texts(given, "Resources")) {
      bytes += resource.getBytes(StandardCharsets.UTF_8).length;
    }
    return bytes;
  }

  private static String required(JsonNode given, String name) {
    return RequestMembers.text(given, name)
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                new AwsError(
                    "InvalidArgument",
                    "Parameter %s is not valid. Reason: %s is a required argument."
                        .formatted(name, name)));
  }

  private static JsonNode parse(String detail) {
    try {
      JsonNode document = JSON.readTree(detail);
      if (document.isObject()) {
        return document;
      }
    } catch (JsonProcessingException _) {
      // Answered below, like any other detail that is no JSON object.
    }
    throw new AwsError("MalformedDetail", "Detail is malformed.");
  }

  private static Instant time(JsonNode given, Instant now) {
    JsonNode time = given.path("Time");
    return time.isNumber()
        ? RequestMembers.time(time)
            .orElseThrow(() -> new AwsError("InvalidArgument", "Parameter Time is not valid."))
        : now;
  }
}
