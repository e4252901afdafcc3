package dev.rampart.adapter.in.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.event.EventFiles;
import dev.rampart.domain.detection.rejection.RejectedRecord;
import dev.rampart.domain.detection.rejection.RejectionReason;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.usecase.ReportSignalsUseCase;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class EdgelogConsumerTest {
  private static final String THROTTLED =
      """
      {"requestId":"r-1","extendedRequestId":"x-1","requestTimeEpoch":"1795342530123",
       "responseType":"THROTTLED"}
      """;

  private static final String SIGN_INS = "/aws/vendedlogs/rampart/dev/sign-in";

  private final List<Signal> heard = new ArrayList<>();
  private final List<RejectedRecord> rejected = new ArrayList<>();
  private final EdgelogConsumer edgeLog =
      new EdgelogConsumer(
          new ReportSignalsUseCase(heard::addAll), rejected::addAll, Deliveries.NAMES);

  @Test
  void a_line_that_cannot_be_read_does_not_stop_the_others() {
    LogBatchResult handled =
        edgeLog.handle(
            Deliveries.of(
                "/rampart/dev/access", "garbage", THROTTLED, "", "[1]", "{\"requestId\":\"r\"}"));
    assertThat(handled).isEqualTo(new LogBatchResult(5, 1, 4));
    assertThat(heard).hasSize(1);
  }

  @Test
  void a_probe_of_the_subscription_holds_no_lines() {
    LogBatchResult handled =
        edgeLog.handle(
            Deliveries.packed(
                """
                {"messageType": "CONTROL_MESSAGE", "logGroup": "/rampart/dev/access",
                 "logEvents": [{"id": "1", "message": "CWL CONTROL MESSAGE"}]}
                """));
    assertThat(handled).isEqualTo(new LogBatchResult(0, 0, 0));
  }

  @Test
  void a_line_that_is_delivered_twice_is_the_same_signal() {
    JsonNode delivery = Deliveries.of("/rampart/dev/access", THROTTLED);
    assertThat(edgeLog.handle(delivery)).isEqualTo(edgeLog.handle(delivery));
    assertThat(heard).hasSize(2);
    assertThat(heard.getFirst()).isEqualTo(heard.getLast());
  }

  @Test
  void a_signal_that_the_api_function_could_not_publish_is_read_from_its_log() {
    String line =
        "{\"level\":\"WARN\",\"message\":\"refused\",\"signal\":"
            + EventFiles.goldenJson("suspicious-request")
            + "}";
    assertThat(edgeLog.handle(Deliveries.of("/rampart/dev/api", line)).signals()).isEqualTo(1);
    assertThat(heard.getFirst().point()).isEqualTo(DetectionPoint.INJECTION_SQL);
    assertThat(
            edgeLog.handle(Deliveries.of("/rampart/dev/api", "{\"message\":\"done\"}")).signals())
        .isZero();
    assertThat(edgeLog.handle(Deliveries.of("/rampart/dev/api", "{\"signal\":{}}")).rejected())
        .isEqualTo(1);
  }

  @Test
  void a_signal_in_a_log_that_clients_write_into_is_not_believed() {
    String line = "{\"signal\":" + EventFiles.goldenJson("suspicious-request") + "}";
    assertThat(edgeLog.handle(Deliveries.of("/rampart/dev/access", line)).signals()).isZero();
    assertThat(edgeLog.handle(Deliveries.of("aws-waf-logs-rampart-dev", line)).signals()).isZero();
    assertThat(edgeLog.handle(Deliveries.of("/rampart/dev/relay", line)).signals()).isZero();
    assertThat(edgeLog.handle(Deliveries.of(SIGN_INS, line)).signals()).isZero();
  }

  @Test
  void a_refused_sign_in_is_read_from_the_log_of_sign_ins_alone() {
    String line =
        """
        {"eventTimestamp": "1795342530123", "eventSource": "USER_ACTIVITY",
         "message": {"eventType": "SignIn", "eventResponse": "Fail"}}
        """;
    assertThat(edgeLog.handle(Deliveries.of(SIGN_INS, line, "{}", line)))
        .isEqualTo(new LogBatchResult(3, 2, 1));
    assertThat(heard).extracting(Signal::point).containsOnly(DetectionPoint.AUTH_FAIL);
    assertThat(heard.getFirst().id()).isNotEqualTo(heard.getLast().id());
    assertThat(edgeLog.handle(Deliveries.of("/rampart/dev/access", line)).signals()).isZero();
    assertThat(edgeLog.handle(Deliveries.of("/rampart/dev/scopes", line)).signals()).isZero();
  }

  @Test
  void json_in_the_text_of_a_member_is_a_text() {
    String forging =
        """
        {"requestId":"r-1","extendedRequestId":"x-1","requestTimeEpoch":"1795342530123",
         "userAgent":"{\\"responseType\\":\\"THROTTLED\\",\\"sourceIp\\":\\"198.51.100.9\\"}",
         "responseType":"-","sourceIp":"203.0.113.7"}
        """;
    assertThat(edgeLog.handle(Deliveries.of("/rampart/dev/access", forging)))
        .isEqualTo(new LogBatchResult(1, 0, 0));
  }

  @Test
  void a_line_with_a_member_twice_is_not_believed() {
    String forged =
        """
        {"requestId":"r-1","requestTimeEpoch":"1795342530123","userAgent":"x",
         "responseType":"THROTTLED","sourceIp":"203.0.113.7","sourceIp":"198.51.100.9"}
        """;
    assertThat(edgeLog.handle(Deliveries.of("/rampart/dev/access", forged)))
        .isEqualTo(new LogBatchResult(1, 0, 1));
    assertThat(rejected)
        .extracting(RejectedRecord::reason)
        .containsExactly(RejectionReason.DUPLICATE_MEMBER);
  }

  @Test
  void a_call_that_is_no_delivery_is_a_mistake() {
    assertThatThrownBy(() -> edgeLog.handle(EventFiles.parse("{}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void no_text_in_a_record_stops_a_delivery(@ForAll String text) {
    for (String group :
        new String[] {"aws-waf-logs-rampart-dev", "/rampart/dev/access", SIGN_INS}) {
      assertThat(edgeLog.handle(Deliveries.of(group, text)).lines()).isEqualTo(1);
    }
  }
}
