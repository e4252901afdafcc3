package dev.rampart.local.gateway.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A case of the suite in {@code docs/conformance/usage-plan}, whose page says what each member is.
 */
record ConformanceCase(JsonNode document) {
  static List<ConformanceCase> all() {
    return UsageStacks.SUITE.cases().stream().map(ConformanceCase::new).toList();
  }

  /** A request that is sent, and what is expected of it. */
  record Request(JsonNode document) {
    Duration after() {
      return Duration.parse(document.path("after").asText("PT0S"));
    }

    String method() {
      return document.path("method").asText();
    }

    String path() {
      return document.path("path").asText();
    }

    Optional<String> key() {
      return Optional.ofNullable(document.get("key")).map(JsonNode::asText);
    }

    int times() {
      return document.path("times").asInt(1);
    }

    int status() {
      return document.path("status").asInt();
    }

    Optional<String> message() {
      return Optional.ofNullable(document.get("message")).map(JsonNode::asText);
    }
  }

  boolean hasPair() {
    return document.has("changed");
  }

  Instant start() {
    return Instant.parse(document.path("start").asText("2026-11-24T10:00:00Z"));
  }

  List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    document.path("requests").forEach(each -> requests.add(new Request(each)));
    return requests;
  }

  List<Integer> changedStatuses() {
    List<Integer> statuses = new ArrayList<>();
    document.at("/changed/statuses").forEach(each -> statuses.add(each.asInt()));
    return statuses;
  }

  /** Returns the stack of the case, or that of its pair. */
  Stack stack(boolean changed) {
    return UsageStacks.SUITE.stack(document, changed);
  }

  @Override
  public String toString() {
    return document.path("name").asText();
  }
}
