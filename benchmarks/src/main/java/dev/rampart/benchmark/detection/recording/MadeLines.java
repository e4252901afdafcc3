package dev.rampart.benchmark.detection.recording;

import dev.rampart.domain.common.Rfc3339;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Lines of a log, made one by one, 40 a second of recorded time from 20,000 addresses. Of a hundred
 * requests 97 go well, two are mistakes of honest clients, and one is a probe by one of 50 hostile
 * addresses. Signals have no lines for most of what goes well: half of them are mistakes and
 * probes. The same number gives the same line.
 */
final class MadeLines {
  private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss +0000", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final long MILLIS_PER_LINE = 25;
  private static final int HONEST = 20_000;
  private static final int HOSTILE = 50;
  private static final int MISTAKES_PERCENT = 2;
  private static final int PROBES_PERCENT = 1;
  private static final int SIGNAL_MISTAKES_PERCENT = 35;
  private static final int SIGNAL_PROBES_PERCENT = 15;
  private static final int OCTET = 256;

  /** What a request is. */
  private enum RequestKind {
    GOOD,
    MISTAKE,
    PROBE
  }

  private final LineFormat format;

  MadeLines(LineFormat format) {
    this.format = format;
  }

  /** Returns the line of a number from 0. */
  String line(long number) {
    SplittableRandom random = new SplittableRandom(number);
    boolean isSignal = format == LineFormat.SIGNALS;
    int percent = random.nextInt(100);
    int probes = isSignal ? SIGNAL_PROBES_PERCENT : PROBES_PERCENT;
    int mistakes = isSignal ? SIGNAL_MISTAKES_PERCENT : MISTAKES_PERCENT;
    RequestKind outcome =
        percent < probes
            ? RequestKind.PROBE
            : percent < probes + mistakes ? RequestKind.MISTAKE : RequestKind.GOOD;
    int client = outcome == RequestKind.PROBE ? random.nextInt(HOSTILE) : random.nextInt(HONEST);
    String address =
        outcome == RequestKind.PROBE
            ? "203.0.113." + client
            : "198.18." + client / OCTET + "." + client % OCTET;
    Instant at = START.plusMillis(number * MILLIS_PER_LINE);
    String id = Long.toHexString(random.nextLong() | Long.MIN_VALUE);
    return switch (format) {
      case COMBINED -> combined(at, address, outcome, id);
      case ACCESS -> access(at, address, outcome, id, client);
      case FIREWALL -> firewall(at, address, outcome, id);
      case SIGNALS -> signal(at, address, outcome, id, client);
    };
  }

  private static String combined(Instant at, String address, RequestKind outcome, String id) {
    String request =
        switch (outcome) {
          case GOOD -> "GET /v1/submissions/" + id + " HTTP/1.1\" 200 5123";
          case MISTAKE -> "GET /v1/submission/" + id + " HTTP/1.1\" 404 214";
          case PROBE -> "GET /" + id + "/.env HTTP/1.1\" 404 214";
        };
    return address
        + " - - ["
        + LOG_TIME.format(at)
        + "] \""
        + request
        + " \"https://app.example.test/list\" \"Mozilla/5.0 (X11; Linux x86_64; rv:130.0)"
        + " Firefox/130.0\"";
  }

  private static String access(
      Instant at, String address, RequestKind outcome, String id, int client) {
    String outcomeMembers =
        switch (outcome) {
          case GOOD ->
              "\"status\":\"200\",\"responseType\":\"-\",\"principal\":\"user-" + client + "\"";
          case MISTAKE, PROBE ->
              "\"status\":\"403\",\"responseType\":\"MISSING_AUTHENTICATION_TOKEN\",\"principal\":\"-\"";
        };
    String path = outcome == RequestKind.PROBE ? "/" + id + "/.env" : "/v1/submissions/" + id;
    return "{\"requestId\":\""
        + id
        + "\",\"extendedRequestId\":\""
        + id
        + "\",\"requestTimeEpoch\":\""
        + at.toEpochMilli()
        + "\",\"sourceIp\":\""
        + address
        + "\",\"userAgent\":\"client/1.0\",\"httpMethod\":\"GET\",\"resourcePath\":\"/v1/submissions/{id}\",\"path\":\""
        + path
        + "\",\"protocol\":\"HTTP/1.1\","
        + outcomeMembers
        + ",\"wafStatus\":\"200\",\"wafResponseCode\":\"WAF_ALLOW\",\"authorizerStatus\":\"-\","
        + "\"authorizerError\":\"-\",\"client\":\"-\",\"apiKeyId\":\"-\",\"responseLength\":\"512\","
        + "\"responseLatency\":\"31\",\"integrationStatus\":\"200\",\"integrationLatency\":\"24\"}";
  }

  private static String firewall(Instant at, String address, RequestKind outcome, String id) {
    boolean blocked = outcome == RequestKind.PROBE;
    return "{\"timestamp\":"
        + at.toEpochMilli()
        + ",\"formatVersion\":1,\"webaclId\":\"acl\",\"terminatingRuleId\":\""
        + (blocked ? "CommonRules" : "Default_Action")
        + "\",\"terminatingRuleType\":\""
        + (blocked ? "MANAGED_RULE_GROUP" : "REGULAR")
        + "\",\"action\":\""
        + (blocked ? "BLOCK" : "ALLOW")
        + "\",\"terminatingRuleMatchDetails\":[],\"httpSourceName\":\"APIGW\",\"httpSourceId\":\"1:a:b\","
        + "\"ruleGroupList\":[{\"ruleGroupId\":\"AWS#AWSManagedRulesCommonRuleSet\",\"terminatingRule\":"
        + (blocked
            ? "{\"ruleId\":\"NoUserAgent_HEADER\",\"action\":\"BLOCK\",\"ruleMatchDetails\":null}"
            : "null")
        + ",\"nonTerminatingMatchingRules\":[],\"excludedRules\":null,\"customerConfig\":null}],"
        + "\"rateBasedRuleList\":[],\"nonTerminatingMatchingRules\":[],\"requestHeadersInserted\":null,"
        + "\"responseCodeSent\":null,\"httpRequest\":{\"clientIp\":\""
        + address
        + "\",\"country\":\"-\",\"headers\":[{\"name\":\"host\",\"value\":\"api.example.test\"},"
        + "{\"name\":\"user-agent\",\"value\":\"client/1.0\"}],\"uri\":\"/v1/submissions/"
        + id
        + "\",\"args\":\"\",\"httpVersion\":\"HTTP/1.1\",\"httpMethod\":\"GET\",\"requestId\":\""
        + id
        + "\"},\"labels\":[]}";
  }

  private static String signal(
      Instant at, String address, RequestKind outcome, String id, int client) {
    String point =
        switch (outcome) {
          case GOOD -> "\"gate\":\"domain\",\"point\":\"OBJECT_OK\"";
          case MISTAKE -> "\"gate\":\"schema\",\"point\":\"SCHEMA_VIOLATION\"";
          case PROBE -> "\"gate\":\"edge\",\"point\":\"SENSITIVE_PATH\"";
        };
    return "{\"schemaVersion\":1,\"signalId\":\""
        + id
        + "\",\"observedAt\":\""
        + Rfc3339.format(at)
        + "\","
        + point
        + ",\"source\":{\"ip\":\""
        + address
        + "\",\"principal\":\"user-"
        + client
        + "\",\"userAgentHash\":\"3f8a09c1d2e4b657\"},\"request\":{\"requestId\":\""
        + id
        + "\",\"method\":\"POST\",\"route\":\"/v1/submissions\",\"status\":400,\"resourceId\":\""
        + id
        + "\"},\"evidence\":{\"field\":\"/title\",\"rule\":\"secrets\"}}";
  }
}
