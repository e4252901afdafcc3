package dev.rampart.adapter.in.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.event.EventFiles;
import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignInRecordTest {
  private static final String SUB = "a1b2c3d4-5678-90ab-cdef-0123456789ab";
  private static final String CANARY = "Zq-Canary@example.com 7f3A";

  private static final String REFUSED =
      """
      {"eventTimestamp": "1795342530123", "eventSource": "USER_ACTIVITY", "logLevel": "INFO",
       "message": {"version": "1", "eventId": "0a1b2c3d-5678-90ab-cdef-0123456789ab",
         "eventType": "SignIn", "userSub": "a1b2c3d4-5678-90ab-cdef-0123456789ab",
         "userName": "ann@example.com", "userPoolId": "eu-west-1_a1B2c3D4e",
         "clientId": "1example23456789", "creationDate": "Sun Nov 22 10:15:30 UTC 2026",
         "eventResponse": "Fail", "riskLevel": "", "riskDecision": "PASS",
         "challenges": [{"challengeName": "Password", "challengeResponse": "Failure"}],
         "deviceName": "Other, Other", "ipAddress": "203.0.113.7",
         "requestId": "b1b2c3d4-5678-90ab-cdef-0123456789ab", "idpName": "",
         "compromisedCredentialDetected": "false", "city": "Seattle", "country": "United States",
         "eventFeedbackValue": "", "eventFeedbackDate": "", "eventFeedbackProvider": "",
         "hasContextData": "true"},
       "logSourceId": {"userPoolId": "eu-west-1_a1B2c3D4e"}}
      """;

  @Test
  void a_refused_sign_in_says_from_where_for_which_client_and_after_which_account() {
    Signal signal = read(_ -> {}).orElseThrow();
    assertThat(signal.point()).isEqualTo(DetectionPoint.AUTH_FAIL);
    assertThat(signal.gate()).isEqualTo(Gate.TOKEN);
    assertThat(signal.observedAt()).isEqualTo(Instant.parse("2026-11-22T10:15:30.123Z"));
    assertThat(signal.source().address()).contains(new IpAddress("203.0.113.7"));
    assertThat(signal.source().client()).contains("1example23456789");
    assertThat(signal.request().requestId()).contains("b1b2c3d4-5678-90ab-cdef-0123456789ab");
    assertThat(signal.request().resourceId()).contains(SUB);
    assertThat(signal.evidence().rule()).contains("password");
  }

  @Test
  void whoever_is_refused_has_not_shown_to_be_the_user_and_is_no_principal() {
    assertThat(read(_ -> {}).orElseThrow().source().principal()).isEmpty();
  }

  @Test
  void a_sign_in_that_went_well_speaks_for_its_source() {
    Signal signal = read(message -> message.put("eventResponse", "Pass")).orElseThrow();
    assertThat(signal.point()).isEqualTo(DetectionPoint.AUTH_OK);
    assertThat(signal.gate()).isEqualTo(Gate.TOKEN);
    assertThat(signal.source().principal()).contains(SUB);
    assertThat(signal.request().resourceId()).contains(SUB);
    assertThat(signal.evidence().rule()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "riskDecision, AccountTakeover",
    "riskDecision, ACCOUNT_TAKEOVER",
    "riskDecision, Block",
    "compromisedCredentialDetected, true"
  })
  void what_cognito_doubts_speaks_for_nobody(String member, String value) {
    Consumer<ObjectNode> passed = message -> message.put("eventResponse", "Pass");
    assertThat(read(passed.andThen(message -> message.put(member, value)))).isEmpty();
    assertThat(read(passed.andThen(message -> message.put("riskDecision", "NoRisk")))).isPresent();
    assertThat(read(passed.andThen(message -> message.putNull("riskDecision")))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "ForgotPassword, Fail, forgotten-password",
    "PasswordChange, Fail, password-change",
    "SignIn, Fail, password",
  })
  void each_proof_that_was_refused_is_a_failure_with_its_own_name(
      String type, String response, String rule) {
    Signal signal =
        read(message -> message.put("eventType", type).put("eventResponse", response))
            .orElseThrow();
    assertThat(signal.point()).isEqualTo(DetectionPoint.AUTH_FAIL);
    assertThat(signal.evidence().rule()).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"challengeName\":\"Password\",\"challengeResponse\":\"Success\"},"
            + "{\"challengeName\":\"Mfa\",\"challengeResponse\":\"Failure\"}]",
        "[\"Password:Success\",\"Mfa:Failure\"]"
      })
  void a_wrong_code_is_told_from_a_wrong_password_however_it_is_written(String challenges) {
    assertThat(rule(message -> message.set("challenges", EventFiles.parse(challenges))))
        .contains("one-time-code");
  }

  @Test
  void a_refusal_for_a_risk_says_so() {
    assertThat(rule(message -> message.put("riskDecision", "BLOCK"))).contains("risk");
    assertThat(rule(message -> message.put("compromisedCredentialDetected", "true")))
        .contains("compromised-credentials");
    assertThat(rule(message -> message.put("compromisedCredentialDetected", true)))
        .contains("compromised-credentials");
  }

  @ParameterizedTest
  @CsvSource({
    "SignIn, InProgress",
    "ForgotPassword, InProgress",
    "ForgotPassword, Pass",
    "PasswordChange, Pass",
    "SignUp, Fail",
    "SignUp, InProgress",
    "ResendCode, Fail",
    "SomethingNew, Fail",
    "SignIn, SomethingNew"
  })
  void what_is_neither_refused_nor_proved_is_harmless(String type, String response) {
    assertThat(reading(record -> at(record).put("eventType", type).put("eventResponse", response)))
        .isInstanceOf(LogLineOutcome.Harmless.class);
  }

  @Test
  void the_source_of_the_event_may_be_named_as_it_is_said_to_be_and_a_notification_is_harmless() {
    Signal documented = read(_ -> {}).orElseThrow();
    assertThat(reading(record -> record.put("eventSource", "USER_AUTH_EVENTS")))
        .isEqualTo(new LogLineOutcome.Suspicious(documented));
    assertThat(reading(record -> record.put("eventSource", "USER_NOTIFICATION")))
        .isInstanceOf(LogLineOutcome.Harmless.class);
  }

  @Test
  void a_name_that_nobody_has_is_told_from_others_by_its_keyed_hash() {
    assertThat(accountOf("hunter2")).matches("name-[0-9a-f]{16}");
    assertThat(accountOf(" Hunter2 ")).isEqualTo(accountOf("hunter2"));
    assertThat(accountOf("hunter3")).isNotEqualTo(accountOf("hunter2"));
    JsonNode record = EventFiles.parse(REFUSED);
    at((ObjectNode) record).putNull("userSub");
    assertThat(new SignInRecord(record, KeyedHash.of("another")).read("line-1"))
        .isNotEqualTo(new SignInRecord(record, Deliveries.NAMES).read("line-1"));
  }

  @Test
  void a_refusal_without_id_and_name_is_about_no_account() {
    assertThat(
            read(message -> message.putNull("userSub").putNull("userName"))
                .orElseThrow()
                .request()
                .resourceId())
        .isEmpty();
  }

  private static String accountOf(String name) {
    return read(message -> message.putNull("userSub").put("userName", name))
        .flatMap(signal -> signal.request().resourceId())
        .orElseThrow();
  }

  static List<List<String>> members() {
    List<List<String>> members = new ArrayList<>();
    ObjectNode record = (ObjectNode) EventFiles.parse(REFUSED);
    record.fieldNames().forEachRemaining(name -> members.add(List.of("", name)));
    record.path("message").fieldNames().forEachRemaining(n -> members.add(List.of("/message", n)));
    return members;
  }

  @ParameterizedTest
  @MethodSource("members")
  void no_member_is_passed_on_as_it_is_written(List<String> member) {
    for (String response : List.of("Fail", "Pass")) {
      List<JsonNode> values =
          List.of(
              JsonNodeFactory.instance.textNode(CANARY),
              JsonNodeFactory.instance.objectNode().put(CANARY, CANARY),
              JsonNodeFactory.instance.arrayNode().add(CANARY).add("Mfa Failure " + CANARY));
      for (JsonNode value : values) {
        LogLineOutcome outcome =
            reading(
                record -> {
                  at(record).put("eventResponse", response);
                  ((ObjectNode) record.at(member.getFirst())).set(member.getLast(), value);
                  ((ObjectNode) record.at(member.getFirst())).set(CANARY, value);
                });
        if (outcome instanceof LogLineOutcome.Suspicious(Signal signal)) {
          assertThat(new SuspiciousRequestV1(signal).json().toString())
              .doesNotContain("Canary", "example.com", "7f3A");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("members")
  void a_member_that_is_absent_or_null_is_no_obstacle(List<String> member) {
    boolean needed =
        List.of("eventTimestamp", "message", "eventType", "eventResponse")
            .contains(member.getLast());
    for (Consumer<ObjectNode> change :
        List.<Consumer<ObjectNode>>of(
            parent -> parent.remove(member.getLast()),
            parent -> parent.putNull(member.getLast()))) {
      LogLineOutcome outcome =
          reading(record -> change.accept((ObjectNode) record.at(member.getFirst())));
      assertThat(outcome instanceof LogLineOutcome.Suspicious).isEqualTo(!needed);
    }
  }

  @Test
  void a_record_without_time_message_or_line_is_malformed() {
    for (Consumer<ObjectNode> broken :
        List.<Consumer<ObjectNode>>of(
            record -> record.remove("eventTimestamp"),
            record -> record.put("eventTimestamp", "yesterday"),
            record -> record.put("eventTimestamp", "9".repeat(30)),
            record -> record.remove("message"),
            record -> record.putNull("message"),
            record -> record.put("message", "{}"),
            record -> record.putArray("message"))) {
      assertThat(reading(broken)).isInstanceOf(LogLineOutcome.Rejected.class);
    }
    assertThat(reading(_ -> {}, "")).isInstanceOf(LogLineOutcome.Rejected.class);
  }

  @Test
  void what_has_not_the_form_of_an_address_or_an_id_is_left_out() {
    Signal odd =
        read(message ->
                message
                    .put("ipAddress", "somewhere")
                    .put("clientId", "c".repeat(500))
                    .put("userSub", "Correct-horse-7-battery")
                    .put("requestId", "../../etc/passwd"))
            .orElseThrow();
    assertThat(odd.source().address()).isEmpty();
    assertThat(odd.source().client().orElseThrow()).hasSize(128);
    assertThat(odd.request().requestId()).isEmpty();
    assertThat(odd.request().resourceId()).contains(accountOf("ann@example.com"));
  }

  @Test
  void one_line_is_one_signal_however_often_it_is_read() {
    assertThat(reading(_ -> {}, "line-1")).isEqualTo(reading(_ -> {}, "line-1"));
    assertThat(reading(_ -> {}, "line-2")).isNotEqualTo(reading(_ -> {}, "line-1"));
  }

  @Property(tries = 200)
  void no_text_in_a_member_stops_a_record(@ForAll String text) {
    for (List<String> member : members()) {
      assertThat(
              reading(
                  record ->
                      ((ObjectNode) record.at(member.getFirst())).put(member.getLast(), text)))
          .isNotNull();
    }
  }

  private static ObjectNode at(ObjectNode record) {
    return (ObjectNode) record.path("message");
  }

  private static Optional<String> rule(Consumer<ObjectNode> change) {
    return read(change).orElseThrow().evidence().rule();
  }

  private static Optional<Signal> read(Consumer<ObjectNode> change) {
    return reading(record -> change.accept(at(record)))
            instanceof LogLineOutcome.Suspicious(Signal signal)
        ? Optional.of(signal)
        : Optional.empty();
  }

  private static LogLineOutcome reading(Consumer<ObjectNode> change) {
    return reading(change, "line-1");
  }

  private static LogLineOutcome reading(Consumer<ObjectNode> change, String lineId) {
    ObjectNode record = (ObjectNode) EventFiles.parse(REFUSED);
    change.accept(record);
    return new SignInRecord(record, Deliveries.NAMES).read(lineId);
  }
}
