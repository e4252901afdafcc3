package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StartTest {
  @TempDir private Path folder;

  @Test
  void a_port_in_use_is_named_in_one_line() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () -> Running.start(with -> with.listeningOn("127.0.0.1", taken.getLocalPort())))
          .hasMessageContaining("port " + taken.getLocalPort())
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void it_listens_on_loopback_only() {
    try (Running running = Running.start()) {
      assertThat(running.gateway.url().getHost()).isEqualTo("127.0.0.1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "get: {x-amazon-apigateway-integration: {type: http}}~GET /a: the integration",
        "x-amazon-apigateway-any-method: {}~x-amazon-apigateway-any-method under /a",
        "get: {security: [{nobody: []}], x-amazon-apigateway-integration:"
            + " {type: mock, passthroughBehavior: never}}~scheme nobody",
        "get: {x-amazon-apigateway-request-validator: x}~the integration",
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
                    OPERATION
        """
            .replace("OPERATION", operation));
    Properties api = Template.read(file).stack(Map.of()).get("Api").read();

    assertThatThrownBy(() -> ApiDefinition.read(api, "000000000000"))
        .hasMessageContaining("t.yaml:7: Api.DefinitionBody is not understood: ")
        .hasMessageContaining(message);
  }
}
