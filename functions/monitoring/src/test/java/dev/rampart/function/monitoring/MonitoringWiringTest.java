package dev.rampart.function.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Everything that the function needs is in its jar: it starts, and its first request works. */
final class MonitoringWiringTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Context context = mock(Context.class);

  MonitoringWiringTest() {
    when(context.getRemainingTimeInMillis()).thenReturn(900);
    when(context.getFunctionName()).thenReturn("monitoring");
    when(context.getFunctionVersion()).thenReturn("1");
    when(context.getInvokedFunctionArn())
        .thenReturn("arn:aws:lambda:eu-west-1:0:function:monitoring");
    when(context.getAwsRequestId()).thenReturn("00000000-0000-4000-8000-000000000001");
    when(context.getMemoryLimitInMB()).thenReturn(1024);
  }

  /** There is no time left to ask anybody, so nobody beyond this process is asked. */
  @Test
  void the_function_starts_from_its_environment_and_answers() throws IOException {
    MonitoringHandler handler = new MonitoringHandler(MonitoringSettingsTest.ENVIRONMENT);

    JsonNode answer = answer(handler, "/v1/monitoring");

    assertThat(answer.path("statusCode").asInt()).isEqualTo(503);
    assertThat(answer.path("body").asText()).contains("urn:rampart:problem:unavailable");
  }

  private JsonNode answer(MonitoringHandler handler, String path) throws IOException {
    ObjectNode event = MAPPER.createObjectNode();
    event.put("httpMethod", "GET").put("resource", path).put("path", path);
    event.putObject("requestContext").put("requestId", "r-1").put("extendedRequestId", "x-1");
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(MAPPER.writeValueAsBytes(event)), reply, context);
    return MAPPER.readTree(reply.toByteArray());
  }
}
