package dev.rampart.local.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.generate.Intrinsics;
import java.util.Map;

/**
 * The operation that answers with a file of the console: S3's {@code GetObject}, by a role that may
 * do nothing else. S3 says 403 of an object that is not there to whoever may not list the bucket,
 * so that is 404 here.
 */
final class ConsoleFile {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String POLICY = "Content-Security-Policy";
  private static final String TYPE = "Content-Type";
  private static final String TAG = "ETag";
  private static final String CONDITIONAL = "If-None-Match";

  /** The page's own origin, and the sign-in of the user pool for the token of who signed in. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
          + "connect-src 'self' https://${UserPoolDomain}.auth.${AWS::Region}.amazoncognito.com; "
          + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
          + "require-trusted-types-for 'script'; trusted-types 'none'";

  private ConsoleFile() {}

  static ObjectNode operation(String id) {
    ObjectNode operation = ConsolePaths.open(id);
    operation.putArray("parameters").add(parameter("file", "path")).add(conditional());
    ObjectNode integration = JSON.objectNode().put("type", "aws").put("httpMethod", "GET");
    integration.set(
        "uri",
        Intrinsics.sub(
            "arn:${AWS::Partition}:apigateway:${AWS::Region}:s3:path/${ConsoleBucket}/{file}"));
    integration.set("credentials", Intrinsics.attribute("ConsoleRole", "Arn"));
    integration.put("passthroughBehavior", "when_no_match");
    integration
        .putObject("requestParameters")
        .put("integration.request.path.file", "method.request.path.file")
        .put("integration.request.header." + CONDITIONAL, "method.request.header." + CONDITIONAL);
    ObjectNode documented = operation.putObject("responses");
    ObjectNode responses = integration.putObject("responses");
    add(documented, responses, "200", "200", found(TYPE, TAG));
    add(documented, responses, "304", "304", found(TAG));
    problem(documented, responses, "403", "MISSING_AUTHENTICATION_TOKEN");
    problem(documented, responses, "404", "MISSING_AUTHENTICATION_TOKEN");
    problem(documented, responses, "default", "DEFAULT_5XX");
    operation.set(ConsolePaths.INTEGRATION, integration);
    return operation;
  }

  private static ObjectNode parameter(String name, String in) {
    ObjectNode parameter = JSON.objectNode().put("name", name).put("in", in);
    parameter.put("required", in.equals("path")).putObject("schema").put("type", "string");
    return parameter;
  }

  private static ObjectNode conditional() {
    return parameter(CONDITIONAL, "header");
  }

  private static void add(
      ObjectNode documented, ObjectNode responses, String pattern, String status, ObjectNode map) {
    documented.set(status, ConsolePaths.documented(map));
    responses.putObject(pattern).put("statusCode", status).set("responseParameters", map);
  }

  /** A browser asks each time whether what it has is still there: a new page is seen at once. */
  private static ObjectNode found(String... passed) {
    ObjectNode mapped =
        StaticHeaders.mapped(ConsolePaths.HEADER, Map.of("Cache-Control", "no-cache"));
    mapped.set(ConsolePaths.HEADER + POLICY, Intrinsics.sub("'" + PAGE_POLICY + "'"));
    for (String name : passed) {
      mapped.put(ConsolePaths.HEADER + name, "integration.response.header." + name);
    }
    return mapped;
  }

  private static void problem(
      ObjectNode documented, ObjectNode responses, String pattern, String response) {
    GatewayResponse refusal = GatewayResponse.named(response);
    ObjectNode mapped =
        StaticHeaders.mapped(
            ConsolePaths.HEADER, Map.of("Content-Type", "application/problem+json"));
    String status = refusal.data().path("status").asText();
    add(documented, responses, pattern, status, mapped);
    responses
        .withObjectProperty(pattern)
        .putObject("responseTemplates")
        .put("application/json", refusal.problem());
  }
}
