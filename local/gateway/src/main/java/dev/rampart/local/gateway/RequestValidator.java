package dev.rampart.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import dev.rampart.local.protocol.http.PercentDecoder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gate of the request validator: required parameters, and a body that fits the model of its media
 * type. As on AWS a body of a media type without a model is not looked at; the function is.
 */
final class RequestValidator implements Gate {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @Override
  public Optional<Refusal> judge(Exchange exchange) {
    Operation.Validation validation = exchange.operation().validation();
    List<String> missing =
        validation.required().stream()
            .filter(parameter -> !present(parameter, exchange))
            .map(Operation.Required::name)
            .toList();
    return missing.isEmpty() ? body(exchange, validation) : Optional.of(parameters(missing));
  }

  private static boolean present(Operation.Required parameter, Exchange exchange) {
    Optional<String> value =
        switch (parameter.in()) {
          case "header" -> exchange.inbound().header(parameter.name());
          case "query" ->
              Optional.ofNullable(Query.parse(exchange.inbound().query()).get(parameter.name()))
                  .map(List::getFirst);
          default -> Optional.ofNullable(exchange.pathParameters().get(parameter.name()));
        };
    return value.filter(text -> !text.isBlank()).isPresent();
  }

  private static Refusal parameters(List<String> missing) {
    String message = "Missing required request parameters: " + missing;
    return Refusal.of(ResponseType.BAD_REQUEST_PARAMETERS, message)
        .with("error.validationErrorString", message);
  }

  private static Optional<Refusal> body(Exchange exchange, Operation.Validation validation) {
    byte[] body = exchange.inbound().body();
    Optional<String> text = PercentDecoder.utf8(ByteBuffer.wrap(body));
    if (text.isEmpty()) {
      // AWS would hand it on with replacement characters, and the function could not tell.
      return Optional.of(refused("the body is not UTF-8 text"));
    }
    Map<String, Schema> models = validation.bodies();
    Optional<Schema> model = Optional.ofNullable(models.get(exchange.mediaType()));
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

  private static Optional<Refusal> check(Schema model, String text) {
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

  private static Refusal refused(String why) {
    return Refusal.of(ResponseType.BAD_REQUEST_BODY, "Invalid request body")
        .with("error.validationErrorString", why);
  }
}
