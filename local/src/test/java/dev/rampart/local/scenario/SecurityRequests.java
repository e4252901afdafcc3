package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.JSON;
import static dev.rampart.local.scenario.Caller.NOTHING;
import static dev.rampart.local.scenario.Caller.behindEscapes;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What somebody of the security team asks, each time of something that there is. */
final class SecurityRequests {
  static final String THREATS = "/v1/threats";
  static final String TRAFFIC = "/v1/traffic";
  static final String MONITORING = "/v1/monitoring";
  static final String COUNTS = "/v1/firewall/counts";
  static final String WHAT_IF = "/v1/what-if";
  static final String BLOCKS = "/v1/blocks";
  static final String ALLOW_LIST = "/v1/allowlist";

  private static final int LIST_MAX = 500;
  private static final String VERDICT =
      "{\"verdict\":\"truePositive\",\"note\":\"Seen in the logs.\"}";
  private static final String REASON = "{\"reason\":\"Our office.\"}";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final AtomicInteger SOURCES = new AtomicInteger();

  private SecurityRequests() {}

  /** Returns a time so long from now, as the API takes it. */
  static String in(Duration span) {
    return TIME.format(Instant.now().plus(span));
  }

  static String order(String reason) {
    return "{\"reason\":\"%s\",\"until\":\"%s\"}".formatted(reason, in(Duration.ofHours(1)));
  }

  /** Returns a source that nothing has been said of yet. */
  static String freshSource() {
    int number = SOURCES.incrementAndGet();
    return "198.51." + (101 + number / 250) + "." + (1 + number % 250);
  }

  /** Returns the path of a source that is blocked. */
  static String blocked(Running run) {
    String path = BLOCKS + "/" + freshSource();
    Reply reply = run.sam.send("PUT", path, bytes(order("Scans us.")), JSON, "If-None-Match: *");
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return path;
  }

  /** Returns the path of an entry of the allow list. */
  static String allowed(Running run) {
    String path = ALLOW_LIST + "/" + freshSource();
    assertThat(allow(run, path).status()).isEqualTo(201);
    return path;
  }

  private static Reply allow(Running run, String path) {
    return run.sam.send("PUT", path, bytes(REASON), JSON, "If-None-Match: *");
  }

  /** Returns the path of a threat; attacks until there is one. */
  static String threat(Running run) {
    Optional<String> known = newest(run);
    if (known.isEmpty()) {
      attack(run);
      assertThat(Running.eventually(() -> newest(run).isPresent())).isTrue();
    }
    return newest(run).orElseThrow();
  }

  private static Optional<String> newest(Running run) {
    JsonNode page = run.sam.get(THREATS + "?limit=1").json();
    return page.path("items")
        .valueStream()
        .findFirst()
        .map(it -> THREATS + "/" + it.path("id").asText());
  }

  /** Does what several detectors find. */
  static void attack(Running run) {
    for (int i = 0; i < 9; i++) {
      Reply refused =
          run.bob.submit(
              behindEscapes(good().put("description", "x' UNION SELECT password FROM users --")));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(run.bob.get("/v1/nothing").status()).isEqualTo(404);
    }
  }

  /** Returns the path that explains a request that was answered. */
  static String traced(Running run) {
    String path = "/v1/requests/" + run.ann.get(Caller.ALL).requestId();
    assertThat(Running.eventually(() -> run.sam.get(path).status() == 200)).isTrue();
    return path;
  }

  /** Returns a request that is answered well; empty for an operation of somebody else. */
  static Optional<Request> of(Running run, String operation) {
    return Optional.ofNullable(
        switch (operation) {
          case "listThreats" -> get(run, THREATS);
          case "readThreat" -> get(run, threat(run));
          case "resolveThreat" ->
              Request.of(
                  run.sam,
                  "POST",
                  threat(run) + "/resolution",
                  bytes(VERDICT),
                  JSON,
                  "If-Match: *");
          case "readActor" -> get(run, "/v1/actors/ip/127.0.0.1");
          case "traceRequest" -> get(run, traced(run));
          case "readTraffic" -> get(run, TRAFFIC);
          case "readMonitoring" -> get(run, MONITORING);
          case "readFirewallCounts" -> get(run, COUNTS);
          case "compareThresholds" ->
              Request.of(run.sam, "POST", WHAT_IF, bytes("{\"thresholds\":{}}"), JSON);
          case "listBlocks" -> get(run, BLOCKS);
          case "readBlock" -> get(run, blocked(run));
          case "orderBlock" -> put(run, blocked(run), order("Scans us."), "If-Match: *");
          case "undoBlock" -> Request.of(run.sam, "DELETE", blocked(run), NOTHING, "If-Match: *");
          case "listExemptions" -> get(run, ALLOW_LIST);
          case "addExemption" -> put(run, allowed(run), REASON, "If-Match: *");
          case "removeExemption" ->
              Request.of(run.sam, "DELETE", allowed(run), NOTHING, "If-Match: *");
          default -> null;
        });
  }

  /** Returns a request that is answered with that status, where it takes more than for others. */
  static Optional<Request> provoking(Running run, String operation, int status) {
    return Optional.ofNullable(
        switch (operation + " " + status) {
          case "orderBlock 201" ->
              put(run, BLOCKS + "/" + freshSource(), order("Scans us."), "If-None-Match: *");
          case "orderBlock 409" ->
              put(run, BLOCKS + "/10.0.0.1", order("Scans us."), "If-None-Match: *");
          case "addExemption 201" ->
              put(run, ALLOW_LIST + "/" + freshSource(), REASON, "If-None-Match: *");
          case "readBlock 404" -> get(run, BLOCKS + "/" + freshSource());
          case "undoBlock 404" ->
              Request.of(run.sam, "DELETE", BLOCKS + "/" + freshSource(), NOTHING, "If-Match: *");
          case "removeExemption 404" ->
              Request.of(
                  run.sam, "DELETE", ALLOW_LIST + "/" + freshSource(), NOTHING, "If-Match: *");
          default -> null;
        });
  }

  /** Returns the answer to one entry too many; the list is as long as before afterwards. */
  static Reply overfull(Running run) {
    int before = run.sam.get(ALLOW_LIST).json().path("items").size();
    int more = LIST_MAX - before;
    for (int i = 0; i < more; i++) {
      assertThat(allow(run, filler(i)).status()).isEqualTo(201);
    }
    Reply full = allow(run, ALLOW_LIST + "/" + freshSource());
    for (int i = 0; i < more; i++) {
      Reply removed = run.sam.send("DELETE", filler(i), NOTHING, "If-Match: *");
      assertThat(removed.status()).isEqualTo(204);
    }
    return full;
  }

  private static String filler(int number) {
    return ALLOW_LIST + "/198.51." + (200 + number / 250) + "." + (1 + number % 250);
  }

  private static Request get(Running run, String target) {
    return Request.of(run.sam, "GET", target, NOTHING);
  }

  private static Request put(Running run, String target, String body, String precondition) {
    return Request.of(run.sam, "PUT", target, bytes(body), JSON, precondition);
  }

  /** Returns a body with an attack in it. */
  static Optional<String> attackIn(String operation, String attack) {
    return Optional.ofNullable(
        switch (operation) {
          case "resolveThreat" -> VERDICT.replace("Seen in the logs.", attack);
          case "orderBlock" -> order(attack);
          case "addExemption" -> REASON.replace("Our office.", attack);
          default -> null;
        });
  }
}
