package dev.rampart.local.protocol.query;

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

/**
 * A service that speaks AWS's query protocol: a form with an action and the version of the API,
 * answered in XML.
 */
public abstract class QueryService implements AwsService {
  private final String version;
  private final String namespace;

  /**
   * Names the protocol.
   *
   * @param version the date that clients send as {@code Version}
   * @param namespace of the answers' XML
   */
  protected QueryService(String version, String namespace) {
    this.version = version;
    this.namespace = namespace;
  }

  /**
   * Carries one action out.
   *
   * @param input the form as a tree
   * @throws AwsError to refuse
   */
  protected abstract JsonNode call(String action, ObjectNode input);

  /**
   * Returns what an action would be authorised for on AWS.
   *
   * @throws AwsError if the form does not tell
   */
  protected abstract List<AwsAction> actions(String action, ObjectNode input);

  @Override
  public final boolean serves(HttpRequest request) {
    return request.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")
        && QueryForm.has(request.body(), "Version", version);
  }

  @Override
  public final HttpResponse answer(HttpRequest request) {
    ObjectNode form = QueryForm.read(request.body());
    String action = form.path("Action").asText();
    String requestId = UUID.randomUUID().toString();
    try {
      JsonNode answer = call(action, form);
      return xml(
          200,
          QueryXml.element(
              action + "Response xmlns=\"" + namespace + "\"",
              QueryXml.element(action + "Result", QueryXml.members(answer))
                  + QueryXml.element("ResponseMetadata", QueryXml.text("RequestId", requestId))));
    } catch (AwsError e) {
      return refusal(e, requestId);
    }
  }

  @Override
  public final HttpResponse denial(String message) {
    return refusal(new AwsError(403, denialCode(), message));
  }

  @Override
  public final HttpResponse refusal(AwsError error) {
    return refusal(error, UUID.randomUUID().toString());
  }

  /** Returns the code by which the service says that policies do not allow a request. */
  protected String denialCode() {
    return "AccessDenied";
  }

  private HttpResponse refusal(AwsError error, String requestId) {
    String content =
        QueryXml.text("Type", error.status() < 500 ? "Sender" : "Receiver")
            + QueryXml.text("Code", error.code())
            + QueryXml.text("Message", String.valueOf(error.getMessage()));
    return xml(
        error.status(),
        QueryXml.element(
            "ErrorResponse xmlns=\"" + namespace + "\"",
            QueryXml.element("Error", content) + QueryXml.text("RequestId", requestId)));
  }

  @Override
  public final List<AwsAction> actions(HttpRequest request) {
    ObjectNode form = QueryForm.read(request.body());
    try {
      return actions(form.path("Action").asText(), form);
    } catch (AwsError _) {
      return List.of();
    }
  }

  private static HttpResponse xml(int status, String document) {
    return HttpResponse.of(status, "text/xml", document.getBytes(StandardCharsets.UTF_8));
  }
}
