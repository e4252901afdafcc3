package dev.rampart.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.events.EventsHealth;
import dev.rampart.local.firewall.AclMetrics;
import dev.rampart.local.firewall.engine.FirewallVerdict;
import dev.rampart.local.firewall.group.RuleMatch;
import dev.rampart.local.gateway.RequestReport;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.metrics.MetricKey;
import dev.rampart.local.metrics.MetricStore;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The metrics that AWS's services publish by themselves, as far as a run has them; the names and
 * dimensions are those of each service's page on its metrics. Called by many threads.
 *
 * @param region stands in the dimensions of the firewall
 * @param running how many invocations of each function are under way
 */
record ServiceMetrics(
    MetricStore metrics,
    String region,
    InstantSource clock,
    ConcurrentHashMap<String, AtomicInteger> running) {
  /** What is published here, by namespace; {@code docs/local-fidelity.md} shows it. */
  static final Map<String, List<String>> PUBLISHED =
      Map.of(
          "AWS/ApiGateway",
          List.of("Count", "4XXError", "5XXError", "Latency", "IntegrationLatency"),
          "AWS/Lambda",
          List.of(
              "Invocations",
              "Errors",
              "Throttles",
              "Duration",
              "ConcurrentExecutions",
              "IteratorAge"),
          "AWS/SQS",
          List.of(
              "ApproximateNumberOfMessagesVisible",
              "ApproximateNumberOfMessagesNotVisible",
              "ApproximateNumberOfMessagesDelayed",
              "ApproximateAgeOfOldestMessage"),
          "AWS/Events",
          List.of("FailedInvocations"),
          "AWS/Logs",
          List.of("IncomingLogEvents"),
          "AWS/WAFV2",
          List.of("AllowedRequests", "BlockedRequests", "CountedRequests"));

  /** What an alarm of the template may name, and what never happens here, by namespace. */
  static final Map<String, List<String>> NEVER =
      Map.of("AWS/DynamoDB", List.of("ReadThrottleEvents", "WriteThrottleEvents"));

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String COUNT = "Count";
  private static final String MILLISECONDS = "Milliseconds";

  ServiceMetrics(MetricStore metrics, String region, InstantSource clock) {
    this(metrics, region, clock, new ConcurrentHashMap<>());
  }

  private void put(
      String namespace, Map<String, String> dimensions, String name, String unit, double value) {
    metrics.put(new MetricKey(namespace, name, dimensions), unit, value);
  }

  /** A request was answered by the gateway. */
  void request(ApiDefinition api, RequestReport report) {
    Map<String, String> dimensions = Map.of("ApiName", api.name(), "Stage", api.stage());
    String namespace = "AWS/ApiGateway";
    int status = report.status();
    put(namespace, dimensions, COUNT, COUNT, 1);
    put(namespace, dimensions, "4XXError", COUNT, status >= 400 && status < 500 ? 1 : 0);
    put(namespace, dimensions, "5XXError", COUNT, report.isServerError() ? 1 : 0);
    put(namespace, dimensions, "Latency", MILLISECONDS, millis(report.latency()));
    report
        .integrationLatency()
        .ifPresent(
            took -> put(namespace, dimensions, "IntegrationLatency", MILLISECONDS, millis(took)));
  }

  /** The firewall judged a request. */
  void verdict(AclMetrics names, FirewallVerdict verdict) {
    if (names.acl().isEmpty()) {
      return;
    }
    String acl = names.acl().get();
    String name = verdict.isBlocked() ? "BlockedRequests" : "AllowedRequests";
    rule(acl, "ALL", name);
    String ending = names.rules().getOrDefault(verdict.rule(), verdict.rule());
    rule(acl, ending, name);
    for (RuleMatch counted : verdict.counted()) {
      Optional.ofNullable(names.rules().get(counted.rule()))
          .ifPresent(rule -> rule(acl, rule, "CountedRequests"));
    }
    if (!verdict.counted().isEmpty()) {
      rule(acl, "ALL", "CountedRequests");
    }
  }

  private static double millis(Duration time) {
    return (double) time.toMillis();
  }

  private void rule(String acl, String rule, String name) {
    Map<String, String> dimensions = Map.of("WebACL", acl, "Region", region, "Rule", rule);
    put("AWS/WAFV2", dimensions, name, COUNT, 1);
  }

  void functionStarts(String function) {
    int now = running.computeIfAbsent(function, _ -> new AtomicInteger()).incrementAndGet();
    ofFunction(function, "ConcurrentExecutions", COUNT, now);
  }

  void functionLeft(String function) {
    int _ = running.computeIfAbsent(function, _ -> new AtomicInteger()).decrementAndGet();
  }

  /** An invocation ended; one that was throttled is none. */
  void functionEnded(String function, InvocationResult result, Duration took) {
    boolean isThrottled = result instanceof InvocationResult.Throttled;
    ofFunction(function, "Throttles", COUNT, isThrottled ? 1 : 0);
    if (!isThrottled) {
      boolean failed = result instanceof InvocationResult.Failure;
      ofFunction(function, "Invocations", COUNT, 1);
      ofFunction(function, "Errors", COUNT, failed ? 1 : 0);
      ofFunction(function, "Duration", MILLISECONDS, millis(took));
    }
  }

  /** Records of a stream are given to a function: the age of the last counts. */
  void streamBatch(String function, byte[] event) {
    try {
      JsonNode records = JSON.readTree(event).path("Records");
      JsonNode created =
          records.path(records.size() - 1).at("/dynamodb/ApproximateCreationDateTime");
      if (created.isNumber()) {
        double age = clock.millis() - created.asDouble() * 1000;
        ofFunction(function, "IteratorAge", MILLISECONDS, Math.max(age, 0));
      }
    } catch (IOException e) {
      throw new IllegalStateException("A batch of records is no JSON.", e);
    }
  }

  private void ofFunction(String function, String name, String unit, double value) {
    put("AWS/Lambda", Map.of("FunctionName", function), name, unit, value);
  }

  /** A target of a rule was given up. */
  void failedInvocation(String bus, String rule) {
    Map<String, String> dimensions =
        bus.equals("default")
            ? Map.of("RuleName", rule)
            : Map.of("EventBusName", bus, "RuleName", rule);
    put("AWS/Events", dimensions, "FailedInvocations", COUNT, 1);
  }

  /** A line was written to a log group. */
  void logEvent(String group) {
    put("AWS/Logs", Map.of("LogGroupName", group), "IncomingLogEvents", COUNT, 1);
  }

  /** Looks at the queues at the end of a minute. */
  void queues(List<EventsHealth.QueueHealth> queues, Instant end) {
    Instant at = end.minusMillis(1);
    for (EventsHealth.QueueHealth queue : queues) {
      ofQueue(
          queue.name(), "ApproximateNumberOfMessagesVisible", COUNT, (double) queue.visible(), at);
      ofQueue(
          queue.name(),
          "ApproximateNumberOfMessagesNotVisible",
          COUNT,
          (double) queue.inFlight(),
          at);
      ofQueue(
          queue.name(), "ApproximateNumberOfMessagesDelayed", COUNT, (double) queue.delayed(), at);
      double age = queue.oldest().map(Duration::toSeconds).orElse(0L);
      ofQueue(queue.name(), "ApproximateAgeOfOldestMessage", "Seconds", age, at);
    }
  }

  private void ofQueue(String queue, String name, String unit, double value, Instant at) {
    metrics.put(new MetricKey("AWS/SQS", name, Map.of("QueueName", queue)), unit, value, at);
  }
}
