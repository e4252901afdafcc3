package dev.rampart.local.stack;

import dev.rampart.local.stack.health.StatusService;
import dev.rampart.local.topics.InboxService;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the services answer: most of them on one port, as the target names them apart. */
record Endpoints(URI shared, URI dynamodb, URI identity) {
  private static final List<String> SHARED =
      List.of(
          "apigateway",
          "cloudwatch",
          "events",
          "lambda",
          "logs",
          "secretsmanager",
          "sns",
          "sqs",
          "wafv2");

  /** What the SDK in a function reads by itself. */
  Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", shared.toString(), "AWS_ENDPOINT_URL_DYNAMODB", dynamodb.toString());
  }

  /** By the names that {@code aws} gives its services, and where the run tells how it is doing. */
  Map<String, String> byService() {
    Map<String, String> endpoints = new TreeMap<>();
    endpoints.put("dynamodb", dynamodb.toString());
    endpoints.put("dynamodbstreams", dynamodb.toString());
    endpoints.put("cognito-idp", identity.toString());
    for (String service : SHARED) {
      endpoints.put(service, shared.toString());
    }
    endpoints.put(StatusService.ENDPOINT, shared + StatusService.PATH);
    endpoints.put(InboxService.ENDPOINT, shared + InboxService.PATH);
    return endpoints;
  }
}
