package dev.rampart.adapter.out.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.rejection.RejectedRecord;
import dev.rampart.domain.detection.rejection.RejectionReason;
import dev.rampart.domain.monitoring.DeadLetter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The reason is whatever whoever gave up wrote, and nothing of what the event holds. */
final class LetterReasonTest {
  private static final String ARN = "arn:aws:lambda:eu-west-1:000000000000:function:";

  private static DeadLetter letter(String body, Map<String, String> attributes, String source) {
    Map<MessageSystemAttributeName, String> system = new HashMap<>();
    system.put(MessageSystemAttributeName.SENT_TIMESTAMP, "1764504000123");
    if (!source.isEmpty()) {
      system.put(MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN, source);
    }
    Map<String, MessageAttributeValue> own = new HashMap<>();
    attributes.forEach(
        (name, value) -> own.put(name, MessageAttributeValue.builder().stringValue(value).build()));
    return LetterReason.letter(
        "dead", Message.builder().body(body).attributes(system).messageAttributes(own).build());
  }

  private static DeadLetter letter(String body) {
    return letter(body, Map.of(), "");
  }

  @Test
  void the_bus_and_the_schedule_say_why_in_attributes() {
    DeadLetter letter =
        letter(
            "{\"requestContext\":{\"condition\":\"Other\"}}",
            Map.of(
                "ERROR_CODE", "NO_PERMISSIONS",
                "ERROR_MESSAGE", "AWS does not have\npermissions.",
                "TARGET_ARN", ARN + "blocklist:live"),
            "");

    assertThat(letter)
        .isEqualTo(
            new DeadLetter(
                "dead",
                Instant.parse("2025-11-30T12:00:00.123Z"),
                "NO_PERMISSIONS: AWS does not have permissions.",
                Optional.of("blocklist")));
    assertThat(letter("", Map.of("ERROR_CODE", "SDK_CLIENT_ERROR"), "").reason())
        .isEqualTo("SDK_CLIENT_ERROR");
  }

  @Test
  void lambda_says_why_in_a_record_around_the_event() {
    DeadLetter letter =
        letter(
            """
            {"version":"1.0","timestamp":"2026-11-30T12:00:00.000Z",
             "requestContext":{"requestId":"r","functionArn":"%sedgelog:live",
               "condition":"RetriesExhausted","approximateInvokeCount":3},
             "requestPayload":{"awslogs":{"data":"secret"}},
             "responseContext":{"statusCode":200,"functionError":"Unhandled"},
             "responsePayload":{"errorType":"java.lang.IllegalStateException",
               "errorMessage":"no answer to secret"}}
            """
                .formatted(ARN));

    assertThat(letter.reason())
        .isEqualTo("RetriesExhausted: Unhandled java.lang.IllegalStateException");
    assertThat(letter.function()).hasValue("edgelog");
  }

  @Test
  void rejected_records_are_counted_by_reason_and_log() {
    RejectedRecord record =
        new RejectedRecord(
            "firewall",
            Optional.of("aws-waf-logs-test"),
            Optional.of("1"),
            Optional.empty(),
            RejectionReason.NOT_JSON,
            5,
            Map.of("/action", "BLOCK"));
    RejectedRecord other =
        new RejectedRecord(
            "access",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            RejectionReason.NO_TIME,
            5,
            Map.of());
    String message = RejectedRecordsV1.of(List.of(record, record, other)).getFirst();

    assertThat(letter(message).reason())
        .isEqualTo(
            "Log records that cannot be read: no-time in access (1), not-json in firewall (2)");
  }

  @Test
  void a_queue_that_gave_a_message_up_is_named() {
    DeadLetter letter =
        letter("secret", Map.of(), "arn:aws:sqs:eu-west-1:000000000000:rampart-dev-detection");

    assertThat(letter.reason())
        .isEqualTo("Received from rampart-dev-detection too often without success.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "",
        "[]",
        "\"secret\"",
        "{\"secret\":1}",
        "{\"rejectedRecords\":\"secret\"}",
        "{\"rejectedRecords\":[]}",
        "{\"requestContext\":\"secret\"}",
        "{\"requestContext\":{\"condition\":\"<secret>\"}}",
        "{\"requestContext\":{\"condition\":{\"secret\":1},\"functionArn\":\"secret\"}}",
      })
  void a_message_that_does_not_say_why_says_nothing_else_either(String body) {
    assertThat(letter(body).reason()).isEqualTo("The message does not say why.");
    assertThat(letter(body).function()).isEmpty();
  }

  /** Whoever may write to a queue may write what they like. */
  @Test
  void what_has_not_the_form_that_it_should_have_is_left_out() {
    assertThat(
            letter("{\"rejectedRecords\":[{\"reason\":\"<secret>\",\"log\":\"<secret>\"}, 5]}")
                .reason())
        .isEqualTo("Log records that cannot be read: unknown in unknown (2)");
    assertThat(
            letter(
                    "{\"requestContext\":{\"condition\":\"X\"},\"responsePayload\":"
                        + "{\"errorType\":\"a secret\"}}")
                .reason())
        .isEqualTo("X");
    assertThat(letter("", Map.of("ERROR_CODE", "x\u202e" + "y".repeat(5_000)), "").reason())
        .hasSize(DeadLetter.REASON_LENGTH_MAX)
        .startsWith("x yy");
    assertThat(letter("", Map.of(), "arn:aws:sqs:::<b>").reason())
        .isEqualTo("The message does not say why.");
  }
}
