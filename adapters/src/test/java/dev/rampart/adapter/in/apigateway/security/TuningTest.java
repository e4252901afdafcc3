package dev.rampart.adapter.in.apigateway.security;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.apigateway.submission.Answered;
import dev.rampart.adapter.in.apigateway.submission.Call;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.tuning.CountMatch;
import dev.rampart.domain.detection.tuning.CountReason;
import dev.rampart.domain.detection.tuning.CountedRequest;
import dev.rampart.domain.detection.tuning.CountingRule;
import dev.rampart.domain.detection.tuning.Recording;
import dev.rampart.domain.detection.tuning.Suggestion;
import dev.rampart.domain.detection.tuning.TriedThreshold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What other settings would have done, as the security team asks for it. A minute past noon. */
final class TuningTest {
  private static final String COUNTS = "/v1/firewall/counts";
  private static final String WHAT_IF = "/v1/what-if";
  private static final String GOOD = "198.51.100.1";
  private static final String STRANGER = "203.0.113.7";
  private static final Instant DAY_BEFORE =
      NOON.plusSeconds(60).minus(Duration.ofDays(1)).plusMillis(1);

  private final TestSecurityApi api = new TestSecurityApi();

  private Answered counts(Call call) {
    return api.send("GET", COUNTS, call);
  }

  private Answered whatIf(String body) {
    return api.send("POST", WHAT_IF, Call.of("POST", WHAT_IF).json(body));
  }

  private static CountedRequest counted(String address, String path) {
    return new CountedRequest(
        NOON,
        false,
        CountedRequest.family(path),
        IpAddress.parse(address),
        List.of(new CountMatch(new CountingRule("AWS#Common", "Size"), CountReason.RULE_OVERRIDE)),
        List.of("awswaf:managed:aws:core-rule-set:Size"));
  }

  private void recorded(CountedRequest... counted) {
    SignalScript script = new SignalScript();
    for (int i = 1; i <= Suggestion.KNOWN_GOOD_MIN; i++) {
      script = script.from("198.51.100." + i).authOk("ann");
    }
    api.recording = new Recording(script.signals(), List.of(counted), DAY_BEFORE);
  }

  private void twoProbers() {
    api.recording =
        new Recording(
            new SignalScript()
                .from(STRANGER)
                .times(12, 1, (script, i) -> script.probe(SignalScript.name(i)))
                .from(GOOD)
                .times(3, 1, (script, i) -> script.probe(SignalScript.name(20 + i)))
                .signals(),
            List.of(),
            DAY_BEFORE);
  }

  @Test
  void a_rule_is_told_with_its_clients_its_paths_and_the_change_that_follows() {
    recorded(counted(GOOD, "/v1/notes"), counted(STRANGER, "/v1/submissions/7"));

    JsonNode counts = counts(Call.of("GET", COUNTS)).body();

    assertThat(counts.path("from").asText()).isEqualTo("2026-11-23T12:01:00.001Z");
    assertThat(counts.path("complete").asBoolean()).isTrue();
    assertThat(counts.path("knownGood").asInt()).isEqualTo(Suggestion.KNOWN_GOOD_MIN);
    assertThat(counts.path("warnings")).isEmpty();
    JsonNode rule = counts.at("/rules/0");
    assertThat(rule.path("group").asText()).isEqualTo("AWS#Common");
    assertThat(rule.path("countsBy").asText()).isEqualTo("rule-override");
    assertThat(rule.path("requests").asInt()).isEqualTo(2);
    assertThat(rule.path("clients").asInt()).isEqualTo(2);
    assertThat(rule.path("knownGood").asInt()).isOne();
    assertThat(rule.path("suggestion").asText()).isEqualTo("block-elsewhere");
    assertThat(rule.path("yaml").asText()).contains("Name: SizeElsewhere", "^/v1/notes$");
    assertThat(rule.at("/paths/1/path").asText()).isEqualTo("/v1/submissions/{id}");
    assertThat(rule.at("/paths/1/knownGood").asInt()).isZero();
  }

  @Test
  void nothing_counted_is_an_answer_too_and_what_was_not_searched_is_said() {
    api.recording = new Recording(List.of(), List.of(), NOON);

    JsonNode counts = counts(Call.of("GET", COUNTS)).body();

    assertThat(counts.path("rules")).isEmpty();
    assertThat(counts.path("complete").asBoolean()).isFalse();
    assertThat(counts.path("completeSince").asText()).isEqualTo("2026-11-24T12:00:00.000Z");
    assertThat(counts.at("/warnings/0").asText()).startsWith("no client is known good");
  }

  @Test
  void a_lower_threshold_says_whom_it_would_newly_find() {
    twoProbers();

    JsonNode lower = whatIf("{\"thresholds\":{\"BURST_PROBE\":5}}").body();

    assertThat(lower.path("signals").asInt()).isEqualTo(15);
    assertThat(lower.path("newlyFoundCount").asInt()).isOne();
    assertThat(lower.at("/newlyFound/0/subject").asText()).isEqualTo(GOOD);
    assertThat(lower.at("/newlyFound/0/measure/threshold").asDouble()).isEqualTo(5);
    assertThat(lower.at("/newlyFound/0/explanation").asText()).contains("(threshold 5)");
    assertThat(lower.path("lost")).isEmpty();
    assertThat(lower.path("kept").asInt()).isOne();
    JsonNode threshold = lower.at("/thresholds/0");
    assertThat(threshold.path("detector").asText()).isEqualTo("BURST_PROBE");
    assertThat(threshold.path("given").asDouble()).isEqualTo(5);
    assertThat(threshold.path("today").asDouble()).isEqualTo(17);
    assertThat(threshold.path("min").asDouble()).isEqualTo(4.3);
    assertThat(lower.at("/thresholds/1/others/0/today").asDouble()).isEqualTo(24);
  }

  @Test
  void a_higher_threshold_says_whom_it_would_lose() {
    twoProbers();

    JsonNode higher = whatIf("{\"thresholds\":{\"BURST_PROBE\":68}}").body();

    assertThat(higher.at("/lost/0/subject").asText()).isEqualTo(STRANGER);
    assertThat(higher.path("newlyFound")).isEmpty();
    assertThat(higher.path("kept").asInt()).isZero();
  }

  @Test
  void without_thresholds_those_of_today_are_told() {
    twoProbers();

    JsonNode today = whatIf("{}").body();

    assertThat(today.path("thresholds")).hasSize(11);
    assertThat(today.path("thresholds").valueStream())
        .allMatch(each -> each.path("given").equals(each.path("today")));
    assertThat(today.path("kept").asInt()).isOne();
    assertThat(today.path("from").asText()).isEqualTo("2026-11-23T12:01:00.001Z");
  }

  @Test
  void of_very_many_findings_the_worst_are_listed_and_all_are_counted() {
    SignalScript script = new SignalScript();
    for (int address = 1; address <= WhatIfJson.LISTED_MAX + 20; address++) {
      var _ =
          script
              .from("203.0.113." + address)
              .times(3, 1, (each, i) -> each.probe(SignalScript.name(i)));
    }
    api.recording = new Recording(script.signals(), List.of(), DAY_BEFORE);

    JsonNode many = whatIf("{\"thresholds\":{\"BURST_PROBE\":5}}").body();

    assertThat(many.path("newlyFound")).hasSize(WhatIfJson.LISTED_MAX);
    assertThat(many.path("newlyFoundCount").asInt())
        .isGreaterThanOrEqualTo(WhatIfJson.LISTED_MAX + 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"thresholds\":{\"BURST_PROBE\":0.9}} | /thresholds/BURST_PROBE",
        "{\"thresholds\":{\"BURST_PROBE\":101}} | /thresholds/BURST_PROBE",
        "{\"thresholds\":{\"BURST_PROBE\":\"8\"}} | /thresholds/BURST_PROBE",
        "{\"thresholds\":{\"burst\":8}} | /thresholds/burst",
        "{\"thresholds\":[]} | /thresholds",
        "{\"from\":\"2026-11-24T12:00:00Z\"} | /from",
        "{\"from\":\"2026-13-24T12:00:00.000Z\"} | /from",
        "{\"from\":\"2026-11-24T13:00:00.000Z\"} | /from",
        "{\"from\":\"2026-11-17T12:00:59.999Z\"} | /from",
        "{\"to\":\"1970-01-01T12:00:00.000Z\"} | /from",
        "{\"to\":\"0000-01-01T00:00:00.000Z\"} | /from",
        "{\"more\":1} | /more"
      })
  void what_cannot_be_tried_is_refused_at_its_place(String body, String pointer) {
    Answered refused = whatIf(body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.problem()).isEqualTo("invalid-input");
    assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @EnumSource(DetectorKind.class)
  void every_detector_can_be_tried_within_the_bounds(DetectorKind kind) {
    for (double value : new double[] {TriedThreshold.VALUE_MIN, TriedThreshold.VALUE_MAX}) {
      Answered tried = whatIf("{\"thresholds\":{\"%s\":%s}}".formatted(kind.name(), value));
      assertThat(tried.status()).isEqualTo(200);
      assertThat(tried.body().path("thresholds").path(kind.ordinal()).path("given").asDouble())
          .isEqualTo(value);
    }
  }

  @Test
  void counts_ask_for_the_scope_of_reading_and_a_trial_for_that_of_changes() {
    String read = "rampart/threats.read";
    String write = "rampart/threats.write rampart/blocks.write";
    Call trial = Call.of("POST", WHAT_IF).json("{}");

    assertThat(api.sendAs(read, "GET", COUNTS, Call.of("GET", COUNTS)).status()).isEqualTo(200);
    assertThat(api.sendAs(write, "GET", COUNTS, Call.of("GET", COUNTS)).status()).isEqualTo(403);
    assertThat(api.sendAs(write, "POST", WHAT_IF, trial).status()).isEqualTo(200);
    assertThat(api.sendAs(read, "POST", WHAT_IF, trial).status()).isEqualTo(403);
  }

  @Test
  void what_is_malformed_is_refused() {
    assertThat(counts(Call.of("GET", COUNTS).query("limit", "1")).problem())
        .isEqualTo("invalid-query");
    assertThat(whatIf("{").problem()).isEqualTo("malformed-json");
  }
}
