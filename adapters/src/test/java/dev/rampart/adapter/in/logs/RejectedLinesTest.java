package dev.rampart.adapter.in.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.event.EventFiles;
import dev.rampart.domain.detection.rejection.RejectedRecord;
import dev.rampart.domain.detection.rejection.RejectionReason;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.usecase.ReportSignalsUseCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of lines and deliveries that cannot be read. */
final class RejectedLinesTest {
  private static final String ACCESS = "/rampart/dev/access";

  private final List<Signal> heard = new ArrayList<>();
  private final List<RejectedRecord> rejected = new ArrayList<>();
  private final EdgelogConsumer edgeLog =
      new EdgelogConsumer(
          new ReportSignalsUseCase(heard::addAll), rejected::addAll, Deliveries.NAMES);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "access | '' | NOT_JSON",
        "access | garbage | NOT_JSON",
        "access | {\"status\":\"404\" | NOT_JSON",
        "access | {\"status\":\"404\"} {} | NOT_JSON",
        "access | [1] | NOT_AN_OBJECT",
        "access | \"text\" | NOT_AN_OBJECT",
        "access | {\"status\":\"404\",\"status\":\"200\"} | DUPLICATE_MEMBER",
        "access | {\"extendedRequestId\":\"x\"} | NO_TIME",
        "access | {\"extendedRequestId\":\"x\",\"requestTimeEpoch\":\"1795342530\"} | NO_TIME",
        "access | {\"requestTimeEpoch\":\"1795342530123\"} | NO_ID",
        "waf | {\"timestamp\":1795342530123,\"formatVersion\":2} | UNKNOWN_VERSION",
        "waf | {\"formatVersion\":1,\"httpRequest\":{}} | NO_TIME",
        "waf | {\"timestamp\":1795342530123,\"httpRequest\":null} | INCOMPLETE",
        "sign-in | {\"eventTimestamp\":\"1795342530123\",\"message\":\"{}\"} | INCOMPLETE",
        "sign-in | {\"eventTimestamp\":1795342530123,\"message\":{\"version\":\"2\"}}"
            + " | UNKNOWN_VERSION",
        "api | {\"signal\":{\"schemaVersion\":2}} | UNKNOWN_VERSION",
        "api | {\"signal\":{\"schemaVersion\":1}} | INVALID_SIGNAL",
      })
  void each_fault_of_a_line_has_its_reason(String log, String line, RejectionReason reason) {
    String group = log.equals("waf") ? "aws-waf-logs-rampart-dev" : "/rampart/dev/" + log;
    assertThat(edgeLog.handle(Deliveries.of(group, line)).rejected()).isEqualTo(1);
    assertThat(rejected).extracting(RejectedRecord::reason).containsExactly(reason);
    assertThat(rejected.getFirst().logGroup()).contains(group);
    assertThat(rejected.getFirst().sizeBytes()).isEqualTo(line.length());
    assertThat(heard).isEmpty();
  }

  @Test
  void a_rejected_line_can_be_found_again_and_says_what_its_gate_wrote() {
    String line =
        """
        {"requestTimeEpoch":"yesterday","extendedRequestId":"Ed0AiHF_CGYF-DA=","status":"404",
         "userAgent":"Zq-Canary","responseType":["Zq-Canary"],"sourceIp":"203.0.113.7"}
        """;
    assertThat(edgeLog.handle(Deliveries.of(ACCESS, "{\"requestId\":\"r\"}", line)).signals())
        .isZero();
    assertThat(rejected.getLast())
        .isEqualTo(
            new RejectedRecord(
                "access",
                Optional.of(ACCESS),
                Optional.of("line-2"),
                Optional.of(Instant.ofEpochMilli(1_795_342_530_123L)),
                RejectionReason.NO_TIME,
                line.length(),
                Map.of(
                    "/requestTimeEpoch", "(string)",
                    "/extendedRequestId", "Ed0AiHF_CGYF-DA=",
                    "/sourceIp", "203.0.113.7",
                    "/status", "404",
                    "/responseType", "(array)")));
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 129, 256, 257})
  void a_member_that_is_too_long_to_tell_does_not_stop_the_others(int length) {
    String route = "/" + "r".repeat(length - 1);
    String line = "{\"extendedRequestId\":\"x\",\"resourcePath\":\"" + route + "\"}";
    assertThat(edgeLog.handle(Deliveries.of(ACCESS, line, "garbage")).rejected()).isEqualTo(2);
    assertThat(rejected.getFirst().members())
        .containsEntry("/resourcePath", length <= 128 ? route : "(string)");
  }

  @Test
  void a_record_that_is_too_large_is_not_looked_into() {
    String wide = "{\"requestId\":\"" + "x".repeat(LineJson.BYTES_MAX) + "\"}";
    String umlauts = "{\"requestId\":\"" + "ä".repeat(LineJson.BYTES_MAX / 2) + "\"}";
    String widest = "{\"requestId\":\"" + "x".repeat(LineJson.BYTES_MAX - 16) + "\"}";
    assertThat(LineJson.sizeBytes(widest)).isEqualTo(LineJson.BYTES_MAX);
    assertThat(edgeLog.handle(Deliveries.of(ACCESS, wide, umlauts, widest)).signals()).isZero();
    assertThat(rejected)
        .extracting(RejectedRecord::reason)
        .containsExactly(
            RejectionReason.TOO_LARGE, RejectionReason.TOO_LARGE, RejectionReason.NO_TIME);
    assertThat(rejected.getFirst().sizeBytes()).isEqualTo(wide.length());
    assertThat(rejected.getFirst().members()).isEmpty();
  }

  @Test
  void a_log_that_nobody_reads_is_rejected_once_and_not_line_by_line() {
    assertThat(edgeLog.handle(Deliveries.of("/aws/lambda/other", "{}", "x", "y")))
        .isEqualTo(new LogBatchResult(3, 0, 1));
    assertThat(rejected.getFirst().reason()).isEqualTo(RejectionReason.UNKNOWN_LOG);
    assertThat(rejected.getFirst().sizeBytes()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "bm90IGd6aXA=", "H4sIAAAAAAAA"})
  void a_delivery_that_cannot_be_unpacked_is_rejected_and_not_tried_again(String data) {
    assertThat(edgeLog.handle(Deliveries.data(data))).isEqualTo(new LogBatchResult(0, 0, 1));
    assertThat(rejected.getFirst().reason()).isEqualTo(RejectionReason.DELIVERY_UNREADABLE);
    assertThat(rejected.getFirst().sizeBytes()).isEqualTo(data.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not JSON",
        "[]",
        "{}",
        "{\"messageType\":\"NEWS\",\"logGroup\":\"/rampart/dev/access\",\"logEvents\":[]}",
        "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[]}",
        "{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"/rampart/dev/access\"}"
      })
  void a_delivery_of_another_form_is_rejected(String delivery) {
    assertThat(edgeLog.handle(Deliveries.packed(delivery)).signals()).isZero();
    assertThat(rejected)
        .extracting(RejectedRecord::reason)
        .containsExactly(RejectionReason.DELIVERY_UNREADABLE);
  }

  @Test
  void a_delivery_that_unpacks_to_too_much_is_rejected_and_not_kept_in_memory() {
    JsonNode bomb = Deliveries.packed(" ".repeat(LogDelivery.BYTES_MAX + 1));
    assertThat(edgeLog.handle(bomb).signals()).isZero();
    assertThat(rejected.getFirst().reason()).isEqualTo(RejectionReason.DELIVERY_TOO_LARGE);
    assertThat(rejected.getFirst().sizeBytes()).isLessThan(100_000);
  }

  @Test
  void lines_without_a_usable_id_or_time_are_rejected_all_the_same() {
    JsonNode delivery =
        Deliveries.packed(
            """
            {"messageType": "DATA_MESSAGE", "logGroup": "aws-waf-logs-a", "logEvents": [
              {"id": {}, "timestamp": "x", "message": {"timestamp": 1795342530123}},
              {"message": "{\\"timestamp\\":1795342530123,\\"httpRequest\\":{}}"}, null]}
            """);
    assertThat(edgeLog.handle(delivery)).isEqualTo(new LogBatchResult(3, 0, 3));
    assertThat(rejected)
        .extracting(RejectedRecord::reason)
        .containsExactly(RejectionReason.NOT_JSON, RejectionReason.NO_ID, RejectionReason.NOT_JSON);
    assertThat(rejected.getFirst().lineId()).isEmpty();
  }

  @Test
  void what_cannot_be_kept_is_delivered_again() {
    EdgelogConsumer full =
        new EdgelogConsumer(
            heard::addAll,
            _ -> {
              throw new PortUnavailable("full");
            },
            Deliveries.NAMES);
    assertThatThrownBy(() -> full.handle(Deliveries.of(ACCESS, "garbage")))
        .isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> edgeLog.handle(EventFiles.parse("{}")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
