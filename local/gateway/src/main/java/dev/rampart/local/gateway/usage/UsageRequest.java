package dev.rampart.local.gateway.usage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.gateway.request.QueryString;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.http.HttpRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request to API Gateway's API, read as it is needed. */
record UsageRequest(HttpRequest request, List<String> path) {
  private static final int YEAR_MIN = 1000;
  private static final int YEAR_MAX = 9999;

  /** Far more than a key or a patch takes. */
  private static final int BODY_BYTES_MAX = 64 * 1024;

  private static final int DEPTH_MAX = 16;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A change of one member, as JSON Patch writes it; {@code replace} is the only one. */
  record Replacement(String path, String value) {}

  /** Reads a request whose path begins with a slash. */
  static UsageRequest of(HttpRequest request) {
    return new UsageRequest(request, List.of(request.path().substring(1).split("/", -1)));
  }

  /** Returns the parameters of the query; of one that is sent twice the last value. */
  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    QueryString.parse(request.query()).forEach((name, all) -> query.put(name, all.getLast()));
    return query;
  }

  LocalDate day(String name) {
    try {
      LocalDate day = LocalDate.parse(query().getOrDefault(name, ""));
      if (day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX) {
        return day;
      }
    } catch (DateTimeParseException _) {
      // Told below, as a year of other than four digits.
    }
    throw bad("Invalid date: " + name + " has the form yyyy-mm-dd");
  }

  boolean asks(String name) {
    return query().getOrDefault(name, "").equals("true");
  }

  /**
   * Returns the body.
   *
   * @throws AwsError if it is no object, or has a member that is not known here
   */
  ObjectNode body(Set<String> known) {
    if (request.body().length > BODY_BYTES_MAX) {
      throw bad("The body is larger than " + BODY_BYTES_MAX + " bytes");
    }
    try {
      if (JSON.readTree(request.body()) instanceof ObjectNode body) {
        for (Map.Entry<String, JsonNode> member : body.properties()) {
          if (!known.contains(member.getKey())) {
            throw bad("The local run does not know this member of the body");
          }
        }
        return body;
      }
      throw bad("The body is not a JSON object");
    } catch (IOException _) {
      throw bad("The body is not valid JSON");
    }
  }

  /** Returns the {@code patchOperations} of the body, in order. */
  List<Replacement> replacements() {
    List<Replacement> replacements = new ArrayList<>();
    for (JsonNode operation : body(Set.of("patchOperations")).path("patchOperations")) {
      if (!operation.path("op").asText().equals("replace")) {
        throw bad("Invalid patch operation specified. Must be 'replace'");
      }
      replacements.add(
          new Replacement(operation.path("path").asText(), operation.path("value").asText()));
    }
    return replacements;
  }

  static Optional<String> text(ObjectNode body, String name) {
    JsonNode member = body.path(name);
    if (member.isMissingNode() || member.isNull()) {
      return Optional.empty();
    }
    if (!member.isTextual()) {
      throw bad("Invalid " + name + ": it is a text");
    }
    return Optional.of(member.asText());
  }

  static AwsError bad(String message) {
    return new AwsError("BadRequestException", message);
  }
}
