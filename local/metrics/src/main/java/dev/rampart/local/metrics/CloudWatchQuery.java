package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** CloudWatch as older clients ask it: a form with an action, answered in XML. */
public final class CloudWatchQuery implements AwsService {
  private static final String VERSION = "2010-08-01";
  private static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";

  private final CloudWatchOperations operations;

  public CloudWatchQuery(MetricStore metrics) {
    operations = new CloudWatchOperations(metrics);
  }

  @Override
  public boolean serves(HttpRequest request) {
    return request.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")
        && QueryForm.read(request.body()).path("Version").asText().equals(VERSION);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    ObjectNode form = QueryForm.read(request.body());
    String action = form.path("Action").asText();
    String requestId = UUID.randomUUID().toString();
    try {
      JsonNode answer = operations.call(action, form);
      return xml(
          200,
          QueryXml.element(
              action + "Response xmlns=\"" + NAMESPACE + "\"",
              QueryXml.element(action + "Result", QueryXml.members(answer))
                  + QueryXml.element("ResponseMetadata", QueryXml.text("RequestId", requestId))));
    } catch (AwsError e) {
      return refusal(e, requestId);
    }
  }

  @Override
  public HttpResponse denial(String message) {
    return refusal(new AwsError(403, "AccessDenied", message), UUID.randomUUID().toString());
  }

  private static HttpResponse refusal(AwsError refused, String requestId) {
    String error =
        QueryXml.text("Type", "Sender")
            + QueryXml.text("Code", refused.code())
            + QueryXml.text("Message", String.valueOf(refused.getMessage()));
    return xml(
        refused.status(),
        QueryXml.element(
            "ErrorResponse xmlns=\"" + NAMESPACE + "\"",
            QueryXml.element("Error", error) + QueryXml.text("RequestId", requestId)));
  }

  @Override
  public List<AwsAction> actions(HttpRequest request) {
    return CloudWatchOperations.actions(QueryForm.read(request.body()).path("Action").asText());
  }

  private static HttpResponse xml(int status, String document) {
    return HttpResponse.of(status, "text/xml", document.getBytes(StandardCharsets.UTF_8));
  }
}
