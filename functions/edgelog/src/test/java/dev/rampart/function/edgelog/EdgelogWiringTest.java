package dev.rampart.function.edgelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class EdgelogWiringTest {
  @Test
  void the_function_starts_with_its_variables_alone() {
    assertThat(new EdgelogHandler(Map.of("EVENT_BUS", "rampart-dev"))).isNotNull();
  }

  @Test
  void a_missing_variable_is_named() {
    assertThatThrownBy(() -> new EdgelogHandler(Map.of())).hasMessageContaining("EVENT_BUS");
  }

  @Test
  void a_refusal_in_the_access_log_is_published() throws IOException {
    List<Signal> heard = new ArrayList<>();
    EdgelogHandler handler = new EdgelogHandler(EdgelogWiring.wire(heard::addAll));
    String delivery =
        """
        {"messageType": "DATA_MESSAGE", "logGroup": "/rampart/dev/access", "logEvents": [
          {"id": "1", "message": "{\\"requestId\\":\\"r-1\\",\\"extendedRequestId\\":\\"x-1\\",\\"requestTimeEpoch\\":\\"1795342530123\\",\\"responseType\\":\\"THROTTLED\\"}"}]}
        """;
    assertThat(run(handler, "{\"awslogs\":{\"data\":\"" + packed(delivery) + "\"}}"))
        .isEqualTo("{\"lines\":1,\"signals\":1,\"malformed\":0}");
    assertThat(heard)
        .singleElement()
        .satisfies(signal -> assertThat(signal.point()).isEqualTo(DetectionPoint.THROTTLED));
  }

  private static String packed(String delivery) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(delivery.getBytes(StandardCharsets.UTF_8));
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
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
