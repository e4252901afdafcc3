package dev.rampart.function.edgelog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A canary in every field of every kind of record. None whose author may be a client comes out of
 * the function: not in a signal, not in a dead letter, not in a metric, not in a log line.
 */
final class CanaryTest {
  /** The records, each with the members whose author is the gate. Clients may write all others. */
  private static final List<Log> LOGS =
      List.of(
          new Log(
              "aws-waf-logs-rampart-dev",
              "firewall",
              "timestamp",
              Set.of(
                  "/timestamp",
                  "/formatVersion",
                  "/terminatingRuleId",
                  "/terminatingRuleType",
                  "/action",
                  "/terminatingRuleMatchDetails/0/location",
                  "/httpSourceName",
                  "/httpSourceId",
                  "/ruleGroupList/0/terminatingRule/ruleId",
                  "/responseCodeSent",
                  "/httpRequest/clientIp",
                  "/httpRequest/country",
                  "/httpRequest/requestId",
                  "/requestBodySize",
                  "/ja3Fingerprint",
                  "/ja4Fingerprint",
                  "/clientAsn"),
              List.of(
                  "\"ip\":\"2001:db8::7\"",
                  "\"ja4\":\"t13d1516h2_8daaf6152771_02713d6af862\"",
                  "\"asn\":64496",
                  "\"rule\":\"KnownBadInputs/SQLi_BODY\"",
                  "\"field\":\"BODY\"",
                  "\"requestId\":\"Ed0AiHF_CGYF-DA=\"")),
          new Log(
              "/rampart/dev/access",
              "access",
              "requestTimeEpoch",
              Set.of(
                  "/requestId",
                  "/extendedRequestId",
                  "/requestTimeEpoch",
                  "/sourceIp",
                  "/resourcePath",
                  "/status",
                  "/responseType",
                  "/wafResponseCode",
                  "/principal",
                  "/client",
                  "/apiKeyId"),
              List.of(
                  "\"ip\":\"203.0.113.7\"",
                  "\"principal\":\"a1b2c3d4-5678-90ab-cdef-0123456789ab\"",
                  "\"client\":\"1example23456789\"",
                  "\"apiKeyId\":\"a1b2c3d4e5\"",
                  "\"route\":\"/v1/submissions/{id}\"",
                  "\"status\":403")),
          new Log(
              "/aws/vendedlogs/rampart/dev/sign-in",
              "sign-in",
              "eventTimestamp",
              Set.of(
                  "/eventTimestamp",
                  "/eventSource",
                  "/logLevel",
                  "/logSourceId/userPoolId",
                  "/message/version",
                  "/message/eventId",
                  "/message/eventType",
                  "/message/userSub",
                  "/message/clientId",
                  "/message/eventResponse",
                  "/message/riskDecision",
                  "/message/ipAddress",
                  "/message/requestId"),
              List.of(
                  "\"ip\":\"203.0.113.7\"",
                  "\"client\":\"1example23456789\"",
                  "\"resourceId\":\"a1b2c3d4-5678-90ab-cdef-0123456789ab\"",
                  "\"rule\":\"risk\"")),
          new Log(
              "/rampart/dev/api",
              "function",
              "signal",
              Set.of(
                  "/level",
                  "/timestamp",
                  "/function_request_id",
                  "/signal/schemaVersion",
                  "/signal/signalId",
                  "/signal/observedAt",
                  "/signal/gate",
                  "/signal/point",
                  "/signal/source/ip",
                  "/signal/request/status",
                  "/signal/evidence/class"),
              List.of(
                  "\"ip\":\"203.0.113.7\"", "\"point\":\"INJECTION_SQL\"", "\"class\":\"sqli\"")));

  private record Log(
      String group, String file, String needed, Set<String> ofGate, List<String> told) {
    ObjectNode read() {
      return Records.read(file + ".json");
    }

    boolean isFunction() {
      return file.equals("function");
    }

    @Override
    public String toString() {
      return file;
    }
  }

  private static final String CANARY = "canary";

  private final EdgelogRun run = new EdgelogRun();

  static List<Log> logs() {
    return LOGS;
  }

  @ParameterizedTest
  @MethodSource("logs")
  void what_a_gate_wrote_passes_and_nothing_that_a_client_may_have_written(Log log) {
    ObjectNode record = log.read();
    fill(record, log, "zq7canary");
    EdgelogRun.Output output = run.handle(log.group, record.toString());
    assertThat(output.signals()).contains(log.told);
    assertThat(output.deadLetters()).isEmpty();
    assertThat(output.all()).doesNotContainIgnoringCase(CANARY);
  }

  @ParameterizedTest
  @MethodSource("logs")
  void a_client_may_write_in_the_form_of_anything(Log log) {
    for (String disguise :
        List.of(
            "ZqCanary",
            "ZQCANARY",
            "zqcanary7",
            "/canary/{id}",
            "canary' UNION SELECT 1 --",
            "{\"action\":\"BLOCK\",\"signal\":\"canary\"}",
            "\u2028canary\r\ncanary")) {
      ObjectNode record = log.read();
      fill(record, log, disguise);
      assertThat(run.handle(log.group, record.toString()).all()).doesNotContainIgnoringCase(CANARY);
      broken(record, log);
      assertThat(run.handle(log.group, record.toString()).deadLetters())
          .contains("\"reason\":\"")
          .doesNotContainIgnoringCase(CANARY);
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void a_member_that_has_not_the_form_that_its_gate_gives_it_does_not_pass(Log log) {
    List<Consumer<Field>> changes =
        List.of(
            field -> field.set(JsonNodeFactory.instance.textNode("zq canary, 7@x")),
            field -> field.set(JsonNodeFactory.instance.arrayNode().add("zq canary")),
            field -> field.set(JsonNodeFactory.instance.objectNode().put("canary", "zq canary")));
    for (String place : places(log.read())) {
      if (place.equals("/signal/evidence/class")) {
        continue; // Its author is the API function, which has no form for it.
      }
      for (Consumer<Field> change : changes) {
        ObjectNode record = log.read();
        change.accept(Field.at(record, place));
        assertThat(run.handle(log.group, record.toString()).all())
            .as(place)
            .doesNotContainIgnoringCase(CANARY);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void a_broken_record_is_a_dead_letter_with_its_reason_and_what_its_gate_wrote(Log log) {
    ObjectNode record = log.read();
    fill(record, log, "zq7canary");
    broken(record, log);
    EdgelogRun.Output output = run.handle(log.group, record.toString());
    assertThat(output.signals()).isEmpty();
    assertThat(output.deadLetters())
        .contains(
            "\"reason\":\"" + (log.isFunction() ? "invalid-signal" : "no-time") + "\"",
            "\"logGroup\":\"" + log.group + "\"",
            "\"lineId\":\"line-1\"")
        .contains(log.file.equals("firewall") ? "\"/action\":\"BLOCK\"" : "\"members\":{\"/");
    assertThat(output.metrics())
        .contains("\"RejectedRecords\":1", "\"log\":\"" + log.file + "\"", "\"reason\":\"");
    assertThat(output.all()).doesNotContainIgnoringCase(CANARY);
  }

  @ParameterizedTest
  @MethodSource("logs")
  void of_a_line_that_is_no_record_nothing_passes(Log log) {
    ObjectNode record = log.read();
    fill(record, log, "zq7canary");
    String line = record.toString();
    String twice = line.substring(0, line.length() - 1) + ",\"" + log.needed + "\":\"canary\"}";
    String large =
        line.substring(0, line.length() - 1) + ",\"x\":\"" + "canary".repeat(20_000) + "\"}";
    for (String broken :
        List.of(
            line.substring(0, line.length() / 2),
            "canary " + line,
            line + "canary",
            "[" + line + "]",
            twice,
            large,
            "\"canary\"")) {
      EdgelogRun.Output output = run.handle(log.group, broken);
      assertThat(output.signals()).isEmpty();
      assertThat(output.deadLetters()).contains("\"reason\":\"", "\"members\":{}");
      assertThat(output.all()).doesNotContainIgnoringCase(CANARY);
    }
  }

  @Test
  void of_a_delivery_that_cannot_be_read_nothing_passes() {
    EdgelogRun.Output output = run.deliver("canary, not JSON");
    assertThat(output.deadLetters()).contains("\"reason\":\"delivery-unreadable\"");
    assertThat(output.all()).doesNotContainIgnoringCase(CANARY);
    assertThat(run.handle("/canary canary/other", "canary").all())
        .contains("unknown-log")
        .doesNotContainIgnoringCase(CANARY);
  }

  private static void broken(ObjectNode record, Log log) {
    if (log.isFunction()) {
      record.withObject("/signal").remove("signalId");
    } else {
      record.remove(log.needed);
    }
  }

  /** Puts a text into every member that is not the gate's, and one that nobody knows beside it. */
  private static void fill(ObjectNode record, Log log, String text) {
    for (String place : places(record)) {
      if (!log.ofGate.contains(place)) {
        Field.at(record, place).set(JsonNodeFactory.instance.textNode(text));
      }
    }
    record.findParents("name").forEach(parent -> ((ObjectNode) parent).put(CANARY, text));
    record.put(CANARY, text);
  }

  /** Returns the places of all values that are neither objects nor arrays. */
  private static List<String> places(JsonNode record) {
    List<String> places = new ArrayList<>();
    collect(record, "", places);
    return places;
  }

  private static void collect(JsonNode node, String place, List<String> places) {
    switch (node) {
      case ObjectNode object ->
          object
              .properties()
              .forEach(it -> collect(it.getValue(), place + "/" + it.getKey(), places));
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          collect(array.get(i), place + "/" + i, places);
        }
      }
      default -> places.add(place);
    }
  }

  private record Field(JsonNode parent, String name) {
    static Field at(JsonNode record, String place) {
      int end = place.lastIndexOf('/');
      return new Field(record.at(place.substring(0, end)), place.substring(end + 1));
    }

    void set(JsonNode value) {
      if (parent instanceof ArrayNode array) {
        array.set(Integer.parseInt(name), value);
      } else {
        ((ObjectNode) parent).set(name, value);
      }
    }
  }
}
