package dev.rampart.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The client against our own server, and against what is none. */
final class AwsClientTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-24T09:08:07Z"));

  private static AwsClient client() {
    return new AwsClient("eu-west-1", "ANN", CLOCK);
  }

  private static ObjectNode word(String word) {
    return JsonNodeFactory.instance.objectNode().put("Word", word);
  }

  /** Calls a parrot. */
  private static JsonNode call(String operation) throws IOException, InterruptedException {
    try (AwsServer server = AwsServer.start(0, List.of(new ParrotService()));
        AwsClient client = client()) {
      return client.call(server.url(), ParrotService.PREFIX + "." + operation, word("né"));
    }
  }

  /** Calls an endpoint that answers whatever it is asked with these bytes. */
  private static JsonNode callOne(int status, String body)
      throws IOException, InterruptedException {
    AwsService one =
        new AwsService() {
          @Override
          public boolean serves(HttpRequest request) {
            return true;
          }

          @Override
          public List<AwsAction> actions(HttpRequest request) {
            return List.of();
          }

          @Override
          public HttpResponse answer(HttpRequest request) {
            return HttpResponse.of(status, "text/html", body.getBytes(StandardCharsets.UTF_8));
          }
        };
    try (AwsServer server = AwsServer.start(0, List.of(one));
        AwsClient client = client()) {
      return client.call(server.url(), "Any.Thing", word(""));
    }
  }

  @Test
  void a_call_brings_the_answer() throws Exception {
    JsonNode answer = call("Say");

    assertThat(answer.path("Service").asText()).isEqualTo(ParrotService.PREFIX);
    assertThat(answer.path("Operation").asText()).isEqualTo("Say");
    assertThat(answer.at("/Input/Word").asText()).isEqualTo("né");
  }

  @Test
  void a_call_names_who_calls_when_and_where_in_the_form_of_a_signature() throws Exception {
    JsonNode answer = call("Say");

    assertThat(answer.path("Caller").asText()).isEqualTo("ANN");
    assertThat(answer.path("Date").asText()).isEqualTo("20261124T090807Z");
    assertThat(answer.path("Authorization").asText())
        .matches(
            "AWS4-HMAC-SHA256 Credential=ANN/20261124/eu-west-1/parrot_20260101/aws4_request,"
                + " SignedHeaders=host;x-amz-date;x-amz-target, Signature=0{64}");
  }

  @Test
  void the_credential_names_dynamodb_for_its_tables_and_its_streams() throws Exception {
    assertThat(scope("DynamoDB_20120810.ListTables")).isEqualTo("dynamodb");
    assertThat(scope("DynamoDBStreams_20120810.ListStreams")).isEqualTo("dynamodb");
    assertThat(scope("AmazonSQS.ListQueues")).isEqualTo("sqs");
    assertThat(scope("AWSEvents.ListRules")).isEqualTo("events");
    assertThat(scope("GraniteServiceVersion20100801.ListMetrics")).isEqualTo("monitoring");
    assertThat(scope("AWSCognitoIdentityProviderService.ListUsers")).isEqualTo("cognito-idp");
    assertThat(scope("secretsmanager.ListSecrets")).isEqualTo("secretsmanager");
  }

  private static String scope(String target) throws IOException, InterruptedException {
    AwsService mirror =
        new AwsService() {
          @Override
          public boolean serves(HttpRequest request) {
            return true;
          }

          @Override
          public List<AwsAction> actions(HttpRequest request) {
            return List.of();
          }

          @Override
          public HttpResponse answer(HttpRequest request) {
            String scope = request.header("Authorization").orElse("").split("/", -1)[3];
            return HttpResponse.of(
                200, "", ("{\"Scope\":\"" + scope + "\"}").getBytes(StandardCharsets.UTF_8));
          }
        };
    try (AwsServer server = AwsServer.start(0, List.of(mirror));
        AwsClient client = client()) {
      return client.call(server.url(), target, word("")).path("Scope").asText();
    }
  }

  @Test
  void a_refusal_has_the_code_without_its_namespace_and_the_message() {
    assertThatExceptionOfType(AwsClient.Refused.class)
        .isThrownBy(() -> call("Refuse"))
        .withMessage("It does not feel like it.")
        .extracting(AwsClient.Refused::code)
        .isEqualTo("ParrotRefuses");
  }

  @Test
  void a_refusal_without_words_has_its_status() {
    assertThatExceptionOfType(AwsClient.Refused.class)
        .isThrownBy(() -> callOne(503, "{}"))
        .withMessage("status 503");
    assertThatExceptionOfType(AwsClient.Refused.class)
        .isThrownBy(() -> callOne(404, ""))
        .withMessage("status 404");
  }

  @Test
  void an_answer_without_a_body_is_empty() throws Exception {
    assertThat(callOne(200, "")).isEmpty();
  }

  @Test
  void an_answer_that_is_no_json_object_is_a_failure_in_one_line_and_no_refusal() {
    for (String body : List.of("<html>", "{", "[]", "null", "\"\u0000\"")) {
      for (int status : new int[] {200, 502}) {
        assertThatIOException()
            .isThrownBy(() -> callOne(status, body))
            .withMessageStartingWith("status " + status + " and no JSON object from http://127.")
            .isNotInstanceOf(AwsClient.Refused.class);
      }
    }
  }

  @Test
  void where_nobody_listens_the_endpoint_is_named() throws Exception {
    URI url;
    try (AwsServer server = AwsServer.start(0, List.of())) {
      url = server.url();
    }
    try (AwsClient client = client()) {
      assertThatIOException()
          .isThrownBy(() -> client.call(url, "Any.Thing", word("")))
          .withMessage("nobody answers at " + url);
    }
  }

  @Test
  void an_endpoint_that_says_nothing_is_given_up() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        AwsClient client = new AwsClient("eu-west-1", "ANN", CLOCK, Duration.ofMillis(200))) {
      URI url = URI.create("http://127.0.0.1:" + mute.getLocalPort());

      assertThatIOException()
          .isThrownBy(() -> client.call(url, "Any.Thing", word("")))
          .withMessage("no answer in time from " + url);
    }
  }

  @Test
  void calls_are_carried_out_side_by_side() throws Exception {
    try (AwsServer server = AwsServer.start(0, List.of(new ParrotService()));
        AwsClient client = client();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String target = ParrotService.PREFIX + ".MeetAnother";
      Future<JsonNode> one = threads.submit(() -> client.call(server.url(), target, word("one")));
      Future<JsonNode> two = threads.submit(() -> client.call(server.url(), target, word("two")));

      assertThat(one.get().at("/Input/Word").asText()).isEqualTo("one");
      assertThat(two.get().at("/Input/Word").asText()).isEqualTo("two");
    }
  }

  @Test
  void a_closed_client_calls_no_more() throws Exception {
    try (AwsServer server = AwsServer.start(0, List.of(new ParrotService()))) {
      AwsClient client = client();
      client.close();

      assertThatIOException()
          .isThrownBy(() -> client.call(server.url(), ParrotService.PREFIX + ".Say", word("")));
    }
  }
}
