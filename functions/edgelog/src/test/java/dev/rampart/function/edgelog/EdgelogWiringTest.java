package dev.rampart.function.edgelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.rejection.RejectedRecord;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EdgelogWiringTest {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "EVENT_BUS", "rampart-dev",
          "DEAD_LETTERS", "https://sqs.eu-west-1.amazonaws.com/000000000000/dead-letters",
          "HASH_KEY", "0a1b2c3d-5678-90ab-cdef-0123456789ab",
          "POWERTOOLS_METRICS_NAMESPACE", "Rampart/dev",
          "POWERTOOLS_SERVICE_NAME", "edgelog");

  @Test
  void the_function_starts_with_its_variables_alone() {
    assertThat(new EdgelogHandler(VARIABLES)).isNotNull();
  }

  @Test
  void a_missing_variable_is_named() {
    for (String name : VARIABLES.keySet()) {
      Map<String, String> others = new HashMap<>(VARIABLES);
      others.remove(name);
      assertThatThrownBy(() -> new EdgelogHandler(others)).hasMessageContaining(name);
    }
  }

  @Test
  void a_refusal_in_the_access_log_is_published_and_a_broken_line_beside_it_is_kept()
      throws IOException {
    List<Signal> heard = new ArrayList<>();
    List<RejectedRecord> kept = new ArrayList<>();
    List<RejectedRecord> measured = new ArrayList<>();
    EdgelogHandler handler =
        new EdgelogHandler(
            EdgelogWiring.wire(
                heard::addAll, kept::addAll, measured::addAll, KeyedHash.of("names")));
    String delivery =
        """
        {"messageType": "DATA_MESSAGE", "logGroup": "/rampart/dev/access", "logEvents": [
          {"id": "0", "message": "garbage"},
          {"id": "1", "message": "{\\"requestId\\":\\"r-1\\",\\"extendedRequestId\\":\\"x-1\\",\\"requestTimeEpoch\\":\\"1795342530123\\",\\"responseType\\":\\"THROTTLED\\"}"}]}
        """;
    assertThat(run(handler, Records.event(delivery).toString()))
        .isEqualTo("{\"lines\":2,\"signals\":1,\"rejected\":1}");
    assertThat(heard)
        .singleElement()
        .satisfies(signal -> assertThat(signal.point()).isEqualTo(DetectionPoint.THROTTLED));
    assertThat(kept).hasSize(1).isEqualTo(measured);
  }

  private static String run(RequestStreamHandler handler, String event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
        output,
        mock(Context.class));
    return output.toString(StandardCharsets.UTF_8);
  }
}
