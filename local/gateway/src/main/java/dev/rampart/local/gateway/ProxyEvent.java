package dev.rampart.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The event that a Lambda function gets: API Gateway's proxy event, payload version 1. */
final class ProxyEvent {
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

  private ProxyEvent() {}

  static byte[] of(Exchange exchange) {
    HttpRequest inbound = exchange.inbound();
    ObjectNode event = JSON.createObjectNode();
    event.put("resource", exchange.route());
    event.put("path", inbound.path());
    event.put("httpMethod", inbound.method());
    values(event, "headers", "multiValueHeaders", headers(exchange));
    values(
        event,
        "queryStringParameters",
        "multiValueQueryStringParameters",
        Query.parse(inbound.query()));
    if (exchange.pathParameters().isEmpty()) {
      event.putNull("pathParameters");
    } else {
      ObjectNode parameters = event.putObject("pathParameters");
      exchange.pathParameters().forEach(parameters::put);
    }
    event.putNull("stageVariables");
    event.set("requestContext", context(exchange));
    if (inbound.body().length == 0) {
      event.putNull("body");
    } else {
      event.put("body", new String(inbound.body(), StandardCharsets.UTF_8));
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

  private static Map<String, List<String>> headers(Exchange exchange) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (Field field : exchange.inbound().fields()) {
      if (!FORWARDING.contains(field.key()) && !OF_THE_CONNECTION.contains(field.key())) {
        String name = names.computeIfAbsent(field.key(), _ -> field.name());
        headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(field.value());
      }
    }
    headers.put("X-Forwarded-For", List.of(exchange.inbound().sourceIp()));
    headers.put("X-Forwarded-Proto", List.of("http"));
    return headers;
  }

  private static ObjectNode context(Exchange exchange) {
    ObjectNode context = JSON.createObjectNode();
    if (!exchange.claims().isEmpty()) {
      ObjectNode claims = context.putObject("authorizer").putObject("claims");
      exchange.claims().forEach(claims::put);
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
      context.put(name, exchange.variable(name).orElse(""));
    }
    context.put("requestTimeEpoch", exchange.start().toEpochMilli());
    context.set("identity", identity(exchange));
    return context;
  }

  private static ObjectNode identity(Exchange exchange) {
    ObjectNode identity = JSON.createObjectNode();
    IDENTITY_NULLS.forEach(identity::putNull);
    exchange.apiKeyId().ifPresent(id -> identity.put("apiKeyId", id));
    exchange
        .inbound()
        .header(ApiKeys.HEADER)
        .filter(_ -> exchange.apiKeyId().isPresent())
        .ifPresent(key -> identity.put("apiKey", key));
    identity.put("sourceIp", exchange.inbound().sourceIp());
    identity.put("userAgent", exchange.inbound().header("User-Agent").orElse(null));
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
