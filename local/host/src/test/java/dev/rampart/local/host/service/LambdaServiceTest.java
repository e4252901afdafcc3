package dev.rampart.local.host.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.host.FunctionSettings;
import dev.rampart.local.host.async.AsyncInvoker;
import dev.rampart.local.host.async.AsyncSettings;
import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** AWS's own client invokes functions that the test plays. */
final class LambdaServiceTest {
  private static final String ARN = "arn:aws:lambda:eu-west-1:000000000000:function:parrot";
  private static final AsyncSettings ASYNC =
      new AsyncSettings(Duration.ofHours(1), 0, Optional.empty(), Optional.empty(), false);

  private final List<String> invoked = new ArrayList<>();
  private InvocationResult result =
      new InvocationResult.Answered("{\"said\":1}".getBytes(StandardCharsets.UTF_8));

  private final AsyncInvoker events =
      new AsyncInvoker(
          Map.of(ARN, ASYNC),
          this::invoke,
          (_, _, _, _) -> {},
          (_, task) -> task.run(),
          InstantSource.system());
  private final AwsServer server =
      AwsServer.start(0, List.of(new LambdaService(List.of(parrot()), this::invoke, events)));
  private final LambdaClient client =
      LambdaClient.builder()
          .endpointOverride(server.url())
          .region(Region.EU_WEST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("LOCAL", "secret")))
          .overrideConfiguration(more -> more.retryStrategy(RetryMode.STANDARD))
          .httpClient(UrlConnectionHttpClient.create())
          .build();

  LambdaServiceTest() throws IOException {}

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private InvocationResult invoke(String functionArn, byte[] event) {
    invoked.add(functionArn + " " + new String(event, StandardCharsets.UTF_8));
    return result;
  }

  private static FunctionSettings parrot() {
    return new FunctionSettings(
        "Parrot",
        "parrot",
        ARN,
        "parrot.jar",
        "Parrot",
        128,
        Duration.ofSeconds(3),
        Optional.empty(),
        ASYNC,
        Optional.empty(),
        Map.of());
  }

  private InvokeResponse invoke(String name, String payload, InvocationType type) {
    return client.invoke(
        request ->
            request
                .functionName(name)
                .payload(SdkBytes.fromUtf8String(payload))
                .invocationType(type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parrot",
        "parrot:live",
        "000000000000:function:parrot",
        ARN,
        ARN + ":live",
        ARN + ":$LATEST"
      })
  void a_function_is_invoked_by_any_form_of_its_name(String name) {
    InvokeResponse answer = invoke(name, "{\"a\":[]}", InvocationType.REQUEST_RESPONSE);

    assertThat(answer.payload().asUtf8String()).isEqualTo("{\"said\":1}");
    assertThat(answer.functionError()).isNull();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(invoked).hasSize(1).first().asString().startsWith(ARN).endsWith(" {\"a\":[]}");
  }

  @Test
  void a_qualifier_is_part_of_what_is_invoked_wherever_it_stands() {
    var _ = invoke("parrot:live", "{}", InvocationType.REQUEST_RESPONSE);
    var _ =
        client.invoke(
            request ->
                request
                    .functionName("parrot")
                    .qualifier("live")
                    .payload(SdkBytes.fromUtf8String("{}")));
    assertThat(invoked).containsExactly(ARN + ":live {}", ARN + ":live {}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:lambda:eu-west-1:999999999999:function:parrot",
        "arn:aws:lambda:us-east-1:000000000000:function:parrot",
        "999999999999:function:parrot"
      })
  void a_function_of_another_account_or_region_is_not_found(String name) {
    assertThatThrownBy(() -> invoke(name, "{}", InvocationType.REQUEST_RESPONSE))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_failure_of_the_function_is_an_answer_that_says_so() {
    result = new InvocationResult.FunctionError("java.lang.IllegalStateException", "no");
    InvokeResponse answer = invoke("parrot", "{}", InvocationType.REQUEST_RESPONSE);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(answer.payload().asUtf8String())
        .isEqualTo("{\"errorType\":\"java.lang.IllegalStateException\",\"errorMessage\":\"no\"}");
  }

  @Test
  void what_the_reservation_has_no_room_for_is_429_with_its_reason() {
    result = new InvocationResult.Throttled();
    assertThatThrownBy(() -> invoke("parrot", "{}", InvocationType.REQUEST_RESPONSE))
        .isInstanceOfSatisfying(
            TooManyRequestsException.class,
            refusal -> {
              assertThat(refusal.statusCode()).isEqualTo(429);
              assertThat(refusal.reasonAsString())
                  .isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded");
            });
  }

  @Test
  void an_event_is_taken_without_an_answer_and_a_dry_run_invokes_nothing() {
    assertThat(invoke("parrot", "{}", InvocationType.DRY_RUN).statusCode()).isEqualTo(204);
    assertThat(invoked).isEmpty();
    InvokeResponse taken = invoke("parrot", "{\"b\":1}", InvocationType.EVENT);
    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(invoked).containsExactly(ARN + " {\"b\":1}");
  }

  @Test
  void an_unknown_function_is_not_found() {
    assertThatThrownBy(() -> invoke("nobody", "{}", InvocationType.REQUEST_RESPONSE))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void an_operation_that_a_run_has_not_is_refused_by_name() {
    assertThatThrownBy(client::listFunctions)
        .isInstanceOfSatisfying(
            LambdaException.class,
            refusal ->
                assertThat(refusal.awsErrorDetails().errorCode())
                    .isEqualTo("UnknownOperationException"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "no", "{} {}", "\u0000"})
  void what_is_no_json_invokes_nothing(String payload) {
    assertThatThrownBy(() -> invoke("parrot", payload, InvocationType.REQUEST_RESPONSE))
        .isInstanceOfSatisfying(
            LambdaException.class,
            refusal ->
                assertThat(refusal.awsErrorDetails().errorCode())
                    .isEqualTo("InvalidRequestContentException"));
    assertThat(invoked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RequestResponse, 6291456, 200",
    "RequestResponse, 6291457, 413",
    "Event, 1048576, 202",
    "Event, 1048577, 413",
    "Anything, 10, 400"
  })
  void a_payload_has_a_size_and_a_type(String type, int bytes, int status) throws Exception {
    String payload = "\"" + "a".repeat(bytes - 2) + "\"";
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(server.url() + "/2015-03-31/functions/parrot/invocations"))
                  .header("X-Amz-Invocation-Type", type)
                  .POST(BodyPublishers.ofString(payload))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/2015-03-31/functions/",
        "/2015-03-31/functions/parrot",
        "/2015-03-31/functions/%2e%2e/invocations",
        "/2015-03-31/functions/parrot/invocations/more"
      })
  void other_operations_and_odd_names_are_refused(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(server.url() + path))
                  .POST(BodyPublishers.ofString("{}"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isBetween(400, 404);
    }
    assertThat(invoked).isEmpty();
  }
}
