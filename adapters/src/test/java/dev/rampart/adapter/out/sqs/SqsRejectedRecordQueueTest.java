package dev.rampart.adapter.out.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.rampart.adapter.event.EventFiles;
import dev.rampart.domain.detection.rejection.RejectedRecord;
import dev.rampart.domain.detection.rejection.RejectionReason;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

final class SqsRejectedRecordQueueTest {
  private static final String URL = "https://sqs.example/dead-letters";

  private final SqsClient client = mock(SqsClient.class);
  private final List<SendMessageRequest> sent = new ArrayList<>();
  private final SqsRejectedRecordQueue queue = new SqsRejectedRecordQueue(client, URL);

  @Test
  void a_record_is_told_with_its_reason_its_place_and_what_its_gate_wrote() {
    accept();
    queue.keep(
        List.of(
            new RejectedRecord(
                "firewall",
                Optional.of("aws-waf-logs-rampart-dev"),
                Optional.of("3691"),
                Optional.of(Instant.parse("2026-11-22T10:15:30.123Z")),
                RejectionReason.UNKNOWN_VERSION,
                1_437,
                Map.of("/action", "BLOCK"))));
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().queueUrl()).isEqualTo(URL);
    assertThat(sent.getFirst().messageBody())
        .isEqualTo(
            """
            {"schemaVersion":1,"rejectedRecords":[{"reason":"unknown-version","log":"firewall",\
            "logGroup":"aws-waf-logs-rampart-dev","lineId":"3691",\
            "loggedAt":"2026-11-22T10:15:30.123Z","sizeBytes":1437,\
            "members":{"/action":"BLOCK"}}]}\
            """);
  }

  @Test
  void what_is_not_known_is_left_out_and_nothing_makes_no_message() {
    accept();
    queue.keep(List.of(unknown()));
    assertThat(sent.getFirst().messageBody())
        .isEqualTo(
            """
            {"schemaVersion":1,"rejectedRecords":[{"reason":"delivery-too-large","log":"other",\
            "sizeBytes":9,"members":{}}]}\
            """);
    queue.keep(List.of());
    assertThat(sent).hasSize(1);
  }

  @Test
  void many_records_share_messages_that_a_queue_takes() {
    accept();
    queue.keep(Collections.nCopies(10_000, unknown()));
    assertThat(sent).hasSizeBetween(2, 10);
    assertThat(sent)
        .allSatisfy(message -> assertThat(message.messageBody().length()).isLessThan(256 * 1024));
    assertThat(
            sent.stream()
                .map(SendMessageRequest::messageBody)
                .map(EventFiles::parse)
                .mapToInt(message -> message.path("rejectedRecords").size())
                .sum())
        .isEqualTo(10_000);
  }

  @Test
  void a_queue_that_does_not_take_a_message_has_the_delivery_come_again() {
    when(client.sendMessage(any(SendMessageRequest.class)))
        .thenThrow(SdkClientException.create("no route"));
    assertThatThrownBy(() -> queue.keep(List.of(unknown()))).isInstanceOf(PortUnavailable.class);
  }

  private void accept() {
    when(client.sendMessage(any(SendMessageRequest.class)))
        .thenAnswer(
            call -> {
              sent.add(call.getArgument(0));
              return SendMessageResponse.builder().messageId("m").build();
            });
  }

  private static RejectedRecord unknown() {
    return new RejectedRecord(
        "other",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        RejectionReason.DELIVERY_TOO_LARGE,
        9,
        Map.of());
  }
}
