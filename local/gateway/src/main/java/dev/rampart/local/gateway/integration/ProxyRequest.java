package dev.rampart.local.gateway.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.gateway.definition.ApiOperation;
import dev.rampart.local.gateway.request.QueryString;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The event that a Lambda function gets: API Gateway's proxy event, payload version 1. */
final class ProxyRequest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> IDENTITY_NULLS =
      List.of(
          "accessKey",
          "accountId",
          "apiKey",
          "apiKeyId",
          "caller",
          "cognitoAuthenticationProvider",
          "cognitoAuthenticationType",
          "cognitoIdentityId",
          "cognitoIdentityPoolId",
          "principalOrgId",
          "user",
          "userArn");

  /** What a client says about its way here; only the gateway knows it. */
  private static final Set<String> FORWARDING =
      Set.of("x-forwarded-for", "x-forwarded-port", "x-forwarded-proto", "forwarded");

  /** Fields about the connection between client and gateway, which ends here. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "http2-settings",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private ProxyRequest() {}

  static byte[] of(RequestContext context) {
    HttpRequest request = context.request();
    ObjectNode event = JSON.createObjectNode();
    event.put("resource", context.route());
    event.put("path", request.path());
    event.put("httpMethod", request.method());
    values(event, "headers", "multiValueHeaders", headers(context));
    values(
        event,
        "queryStringParameters",
        "multiValueQueryStringParameters",
        QueryString.parse(request.query()));
    if (context.pathParameters().isEmpty()) {
      event.putNull("pathParameters");
    } else {
      ObjectNode parameters = event.putObject("pathParameters");
      context.pathParameters().forEach(parameters::put);
    }
    event.putNull("stageVariables");
    event.set("requestContext", requestContext(context));
    if (request.body().length == 0) {
      event.putNull("body");
    } else {
      event.put("body", new String(request.body(), StandardCharsets.UTF_8));
    }
    event.put("isBase64Encoded", false);
    return bytes(event);
  }

  /** Sets a map of last values and a map of all values; both are null if there is none. */
  private static void values(
      ObjectNode event, String single, String multi, Map<String, List<String>> values) {
    if (values.isEmpty()) {
      event.putNull(single);
      event.putNull(multi);
      return;
    }
    ObjectNode last = event.putObject(single);
    ObjectNode all = event.putObject(multi);
    values.forEach((name, list) -> last.put(name, list.getLast()));
    values.forEach((name, list) -> list.forEach(all.withArrayProperty(name)::add));
  }

  private static Map<String, List<String>> headers(RequestContext context) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (Field field : context.request().fields()) {
      if (!FORWARDING.contains(field.key()) && !OF_THE_CONNECTION.contains(field.key())) {
        String name = names.computeIfAbsent(field.key(), _ -> field.name());
        headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(field.value());
      }
    }
    headers.put("X-Forwarded-For", List.of(context.request().sourceIp()));
    headers.put("X-Forwarded-Proto", List.of("http"));
    return headers;
  }

  private static ObjectNode requestContext(RequestContext context) {
    ObjectNode shown = JSON.createObjectNode();
    if (!context.claims().isEmpty()) {
      ObjectNode claims = shown.putObject("authorizer").putObject("claims");
      context.claims().forEach(claims::put);
    }
    for (String name :
        List.of(
            "accountId",
            "apiId",
            "domainName",
            "domainPrefix",
            "extendedRequestId",
            "httpMethod",
            "path",
            "protocol",
            "requestId",
            "requestTime",
            "resourceId",
            "resourcePath",
            "stage")) {
      shown.put(name, context.variable(name).orElse(""));
    }
    shown.put("requestTimeEpoch", context.start().toEpochMilli());
    shown.set("identity", identity(context));
    return shown;
  }

  private static ObjectNode identity(RequestContext context) {
    ObjectNode identity = JSON.createObjectNode();
    IDENTITY_NULLS.forEach(identity::putNull);
    context.apiKeyId().ifPresent(id -> identity.put("apiKeyId", id));
    context
        .request()
        .header(ApiOperation.API_KEY_HEADER)
        .filter(_ -> context.apiKeyId().isPresent())
        .ifPresent(key -> identity.put("apiKey", key));
    identity.put("sourceIp", context.request().sourceIp());
    identity.put("userAgent", context.request().header("User-Agent").orElse(null));
    return identity;
  }

  private static byte[] bytes(ObjectNode event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
