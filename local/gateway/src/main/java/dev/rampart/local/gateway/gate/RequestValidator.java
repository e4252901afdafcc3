package dev.rampart.local.gateway.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import dev.rampart.local.gateway.definition.ApiOperation;
import dev.rampart.local.gateway.request.QueryString;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.response.GatewayRefusal;
import dev.rampart.local.gateway.response.ResponseType;
import dev.rampart.local.protocol.ClientJson;
import dev.rampart.local.protocol.http.PercentDecoder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gate of the request validator: required parameters, and a body that fits the model of its
 * media type. As on AWS a body of a media type without a model is not looked at; the function is.
 */
public final class RequestValidator implements RequestGate {
  public static final GateDescription DESCRIPTION =
      new GateDescription("schema", "models and required parameters", "");

  private static final JsonMapper JSON = ClientJson.STRICT;

  @Override
  public boolean asks(ApiOperation operation) {
    return !operation.validation().equals(ApiOperation.Validation.NOTHING);
  }

  @Override
  public Optional<GatewayRefusal> judge(RequestContext context) {
    ApiOperation.Validation validation = context.operation().validation();
    List<String> missing =
        validation.required().stream()
            .filter(parameter -> !present(parameter, context))
            .map(ApiOperation.Required::name)
            .toList();
    return missing.isEmpty() ? body(context, validation) : Optional.of(parameters(missing));
  }

  private static boolean present(ApiOperation.Required parameter, RequestContext context) {
    Optional<String> value =
        switch (parameter.in()) {
          case "header" -> context.request().header(parameter.name());
          case "query" ->
              Optional.ofNullable(
                      QueryString.parse(context.request().query()).get(parameter.name()))
                  .map(List::getFirst);
          default -> Optional.ofNullable(context.pathParameters().get(parameter.name()));
        };
    return value.filter(text -> !text.isBlank()).isPresent();
  }

  private static GatewayRefusal parameters(List<String> missing) {
    String message = "Missing required request parameters: " + missing;
    return GatewayRefusal.of(ResponseType.BAD_REQUEST_PARAMETERS, message)
        .with("error.validationErrorString", message);
  }

  private static Optional<GatewayRefusal> body(
      RequestContext context, ApiOperation.Validation validation) {
    byte[] body = context.request().body();
    Optional<String> text = PercentDecoder.utf8(ByteBuffer.wrap(body));
    if (text.isEmpty()) {
      // AWS would hand it on with replacement characters, and the function could not tell.
      return Optional.of(refused("the body is not UTF-8 text"));
    }
    Map<String, Schema> models = validation.bodies();
    Optional<Schema> model = Optional.ofNullable(models.get(context.mediaType()));
    if (model.isEmpty()) {
      return Optional.empty();
    }
    if (body.length == 0) {
      return validation.bodyRequired()
          ? Optional.of(refused("a body is required"))
          : Optional.empty();
    }
    return check(model.get(), text.get());
  }

  private static Optional<GatewayRefusal> check(Schema model, String text) {
    try {
      JsonNode document = JSON.readTree(text);
      List<String> faults = model.validate(document).stream().map(Object::toString).toList();
      return document.isMissingNode() || !faults.isEmpty()
          ? Optional.of(refused(faults.toString()))
          : Optional.empty();
    } catch (JsonProcessingException _) {
      return Optional.of(refused("the body is not JSON"));
    }
  }

  private static GatewayRefusal refused(String why) {
    return GatewayRefusal.of(ResponseType.BAD_REQUEST_BODY, "Invalid request body")
        .with("error.validationErrorString", why);
  }
}
