package dev.rampart.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A case of a suite below {@code docs/conformance}, whose page says what each member is. */
public record ConformanceCase(CaseFolder suite, JsonNode document) {
  /** A request that is sent, and what is expected of it. */
  public record Request(JsonNode document) {
    public Duration after() {
      return Duration.parse(document.path("after").asText("PT0S"));
    }

    public String method() {
      return document.path("method").asText();
    }

    public String path() {
      return document.path("path").asText();
    }

    public Optional<String> key() {
      return Optional.ofNullable(document.get("key")).map(JsonNode::asText);
    }

    public int times() {
      return document.path("times").asInt(1);
    }

    public int status() {
      return document.path("status").asInt();
    }

    public Optional<String> message() {
      return Optional.ofNullable(document.get("message")).map(JsonNode::asText);
    }
  }

  public boolean hasPair() {
    return document.has("changed");
  }

  public Instant start() {
    return Instant.parse(document.path("start").asText("2026-11-24T10:00:00Z"));
  }

  public List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    document.path("requests").forEach(each -> requests.add(new Request(each)));
    return requests;
  }

  /** Returns the statuses of the case itself. */
  public List<Integer> statuses() {
    return requests().stream().map(Request::status).toList();
  }

  /** Returns the statuses of its pair. */
  public List<Integer> changedStatuses() {
    List<Integer> statuses = new ArrayList<>();
    document.at("/changed/statuses").forEach(each -> statuses.add(each.asInt()));
    return statuses;
  }

  /** Returns the stack of the case, or that of its pair. */
  public Stack stack(boolean changed) {
    return suite.stack(document, changed);
  }

  @Override
  public String toString() {
    return document.path("name").asText();
  }
}
