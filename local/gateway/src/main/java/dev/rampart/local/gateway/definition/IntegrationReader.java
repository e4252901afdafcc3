package dev.rampart.local.gateway.definition;

import dev.rampart.local.gateway.response.MappingTemplate;
import dev.rampart.local.gateway.response.ResponseParameter;
import dev.rampart.local.template.Properties;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code x-amazon-apigateway-integration}. */
final class IntegrationReader {
  private static final String HEADER = "method.response.header.";
  private static final int OK = 200;

  private IntegrationReader() {}

  static ApiOperation.Integration read(Properties integration) {
    return switch (integration.text("type").toLowerCase(Locale.ROOT)) {
      case "aws_proxy" -> new ApiOperation.Integration.LambdaProxy(function(integration));
      case "mock" -> mock(integration);
      case "aws" -> StoredObjectReader.read(integration);
      default -> throw integration.fault("type", "is not aws_proxy, aws or mock");
    };
  }

  /** The function in {@code …:lambda:path/2015-03-31/functions/ARN/invocations}. */
  private static String function(Properties integration) {
    // Lambda takes no other method, whatever that of the request.
    String _ = integration.oneOf("httpMethod", "POST");
    String uri = integration.text("uri");
    int start = uri.indexOf("/functions/");
    int end = uri.lastIndexOf("/invocations");
    if (start < 0 || end < start) {
      throw integration.fault("uri", "names no Lambda function");
    }
    return uri.substring(start + "/functions/".length(), end);
  }

  private static ApiOperation.Integration mock(Properties integration) {
    // By any other rule AWS hands the request of another media type to the mock, which answers 500.
    String _ = integration.oneOf("passthroughBehavior", "never");
    Set<String> mediaTypes = new HashSet<>();
    integration
        .map("requestTemplates")
        .keySet()
        .forEach(type -> mediaTypes.add(type.toLowerCase(Locale.ROOT)));
    Map<String, Properties> responses = integration.objectsByName("responses");
    if (responses.size() != 1) {
      throw integration.fault("responses", "is not one response, so none is always the answer");
    }
    Properties response = responses.values().iterator().next();
    return new ApiOperation.Integration.Mock(
        Set.copyOf(mediaTypes),
        response.number("statusCode", OK, 100, 599),
        ResponseParameter.read(response.object("responseParameters"), HEADER),
        MappingTemplate.ofMediaTypes(response.object("responseTemplates")));
  }
}
