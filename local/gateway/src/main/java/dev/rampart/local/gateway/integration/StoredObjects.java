package dev.rampart.local.gateway.integration;

import dev.rampart.local.gateway.definition.ApiOperation;
import dev.rampart.local.gateway.definition.ObjectAnswer;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.response.GatewayRefusal;
import dev.rampart.local.gateway.response.GatewayResponses;
import dev.rampart.local.gateway.response.ResponseType;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers with objects of S3, as the integrations of the template map them.
 *
 * @param addresses what stands for addresses of AWS in header fields that the template sets
 */
public record StoredObjects(
    ObjectStorage storage, Map<String, String> addresses, GatewayResponses responses) {
  private static final int NOT_MODIFIED = 304;
  private static final int OK = 200;
  private static final byte[] NOTHING = {};

  /** Takes a copy. */
  public StoredObjects {
    addresses = Map.copyOf(addresses);
  }

  HttpResponse answer(ApiOperation.Integration.StoredObject object, RequestContext context) {
    String key = key(object.key(), context.pathParameters());
    return switch (storage.read(object.roleArn(), object.bucket(), key)) {
      case ObjectStorage.Read.NotPermitted(String reason) -> {
        context.cause(reason);
        yield failed(context);
      }
      case ObjectStorage.Read.Answered(HttpResponse answer) ->
          mapped(object, object.conditional() ? ifChanged(answer, context) : answer, context);
    };
  }

  private static String key(String pattern, Map<String, String> parameters) {
    String key = pattern;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      key = key.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return key;
  }

  private static HttpResponse ifChanged(HttpResponse answer, RequestContext context) {
    Optional<String> tag = Field.first(answer.fields(), "ETag");
    boolean isUnchanged =
        answer.status() == OK && tag.isPresent() && tag.equals(context.header("If-None-Match"));
    return isUnchanged ? new HttpResponse(NOT_MODIFIED, answer.fields(), NOTHING) : answer;
  }

  private HttpResponse mapped(
      ApiOperation.Integration.StoredObject object, HttpResponse answer, RequestContext context) {
    context.set("integration.status", Integer.toString(answer.status()));
    Optional<ObjectAnswer> mapping =
        object.answers().stream().filter(each -> each.isFor(answer.status())).findFirst();
    if (mapping.isEmpty()) {
      context.cause("no response of the integration is for the status " + answer.status());
      return failed(context);
    }
    ObjectAnswer chosen = mapping.get();
    List<Field> fields = new ArrayList<>();
    for (String name : chosen.passed()) {
      Field.first(answer.fields(), name).ifPresent(value -> fields.add(new Field(name, value)));
    }
    chosen.fields().forEach(each -> each.field(context).map(this::here).ifPresent(fields::add));
    byte[] body =
        chosen
            .body()
            .map(text -> text.json(context::variable, "").getBytes(StandardCharsets.UTF_8))
            .orElse(answer.body());
    context.set("status", Integer.toString(chosen.status()));
    return new HttpResponse(chosen.status(), List.copyOf(fields), body);
  }

  private Field here(Field field) {
    String value = field.value();
    for (Map.Entry<String, String> address : addresses.entrySet()) {
      value = value.replace(address.getKey(), address.getValue());
    }
    return new Field(field.name(), value);
  }

  private HttpResponse failed(RequestContext context) {
    return responses.render(
        GatewayRefusal.of(ResponseType.API_CONFIGURATION_ERROR, "Internal server error"), context);
  }
}
