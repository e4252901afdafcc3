package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StartTest {
  private static final String MOCK =
      "{x-amazon-apigateway-integration:"
          + " {type: mock, passthroughBehavior: never, responses: {default: {}}}}";

  @TempDir private Path folder;

  @Test
  void f12_it_listens_on_loopback_only() {
    try (Running running = Running.start()) {
      assertThat(running.gateway.url().getHost()).isEqualTo("127.0.0.1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "get: {x-amazon-apigateway-integration: {type: http}}"
            + "~get.x-amazon-apigateway-integration.type is not aws_proxy, aws or mock",
        "get: MOCK, x-amazon-apigateway-any-method: {}"
            + "~x-amazon-apigateway-any-method is not known to the local run",
        "get: {security: [{nobody: []}], x-amazon-apigateway-integration: {type: mock}}"
            + "~get.x-amazon-apigateway-integration.passthroughBehavior is missing",
        "get: {security: [{nobody: []}], x-amazon-apigateway-integration: {type: mock,"
            + " passthroughBehavior: never, responses: {default: {}}}}"
            + "~get.security.0.nobody is no security scheme",
        "get: {x-amazon-apigateway-request-validator: x}"
            + "~get.x-amazon-apigateway-integration.type is missing",
        "parameters: [{name: a, in: cookie}]~parameters.0.in is not header or path or query",
      })
  void what_the_gateway_cannot_do_is_named_with_its_line(String operation, String message)
      throws IOException {
    Path file = folder.resolve("t.yaml");
    Files.writeString(
        file,
        """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Api:
            Type: AWS::Serverless::Api
            Properties:
              StageName: dev
              DefinitionBody:
                paths:
                  /a:
                    {OPERATION}
        """
            .replace("OPERATION", operation)
            .replace("MOCK", MOCK));
    Properties api = Template.read(file).stack(Map.of()).get("Api").read();

    assertThatThrownBy(
            () -> {
              ApiDefinition _ = ApiDefinition.read(api, "000000000000");
              api.end();
            })
        .hasMessageContaining("t.yaml:10: Api.DefinitionBody.paths./a." + message);
  }
}
