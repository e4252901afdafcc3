package dev.rampart.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.http.Audience;
import dev.rampart.local.protocol.http.HttpLimits;
import dev.rampart.local.protocol.http.LocalHttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Server and JSON service as any HTTP client meets them. */
final class AwsServerTest {
  private static final int BODY_BYTES_MAX = 16 * 1024 * 1024;
  private static final Map<String, String> SAY =
      Map.of("X-Amz-Target", ParrotService.PREFIX + ".Say");

  private final ParrotService parrot = new ParrotService();
  private final HttpClient http = HttpClient.newHttpClient();
  private AwsServer server;

  @BeforeEach
  void start() throws IOException {
    server = AwsServer.start(0, List.of(parrot));
  }

  @AfterEach
  void stop() {
    http.shutdownNow();
    server.close();
  }

  private HttpResponse<String> send(String method, Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.url()).method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> operation(String name) throws IOException, InterruptedException {
    return send("POST", Map.of("X-Amz-Target", ParrotService.PREFIX + "." + name), "{}");
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JsonMapper.builder().build().readTree(answer.body());
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String code)
      throws IOException {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).path("__type").asText()).isEqualTo("com.example.parrot#" + code);
  }

  @Test
  void an_operation_hears_its_input_and_answers_in_the_media_type_of_the_protocol()
      throws Exception {
    HttpResponse<String> answer = send("POST", SAY, "{\"Word\": \"né\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.0");
    assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    assertThat(json(answer).path("Operation").asText()).isEqualTo("Say");
    assertThat(json(answer).at("/Input/Word").asText()).isEqualTo("né");
  }

  @Test
  void an_empty_body_is_an_empty_input() throws Exception {
    assertThat(json(send("POST", SAY, "")).path("Input")).isEmpty();
  }

  @Test
  void who_signed_is_read_from_the_credential() throws Exception {
    Map<String, String> signed =
        Map.of(
            "X-Amz-Target",
            ParrotService.PREFIX + ".Say",
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=ANN/20261124/eu-west-1/parrot/aws4_request, Signature=0");

    assertThat(json(send("POST", signed, "{}")).path("Caller").asText()).isEqualTo("ANN");
  }

  @Test
  void nobody_signed_where_the_credential_is_missing_or_malformed() throws Exception {
    assertThat(json(send("POST", SAY, "{}")).path("Caller").asText()).isEmpty();
    for (String malformed : List.of("", "Credential=", "Bearer a/b", "Credential=ANN")) {
      Map<String, String> headers =
          Map.of("X-Amz-Target", ParrotService.PREFIX + ".Say", "Authorization", malformed);
      HttpResponse<String> answer = send("POST", headers, "{}");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(json(answer).path("Caller").asText()).isEmpty();
    }
  }

  @Test
  void an_interceptor_that_reads_a_large_body_waits_for_the_room_of_others() throws Exception {
    CompletableFuture<Thread.State> second = new CompletableFuture<>();
    CallInterceptor interceptor =
        (_, request, next) -> {
          String state = next.withRoom(request, () -> stateOfSecond(request, next));
          second.complete(Thread.State.valueOf(state));
          return next.answer(request);
        };
    try (AwsServer intercepted =
        AwsServer.start(0, List.of(parrot), Authorisation.NONE, interceptor)) {
      HttpRequest request =
          HttpRequest.newBuilder(intercepted.url())
              .header("X-Amz-Target", ParrotService.PREFIX + ".Say")
              .POST(BodyPublishers.ofByteArray(new byte[BODY_BYTES_MAX]))
              .build();

      var _ = http.send(request, BodyHandlers.discarding());
      assertThat(second.join()).isEqualTo(Thread.State.WAITING);
    }
  }

  /** Has another thread read a body while this one does, and says what became of it. */
  private static String stateOfSecond(
      dev.rampart.local.protocol.http.HttpRequest request, CallInterceptor.Next next) {
    Thread other =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    next.<String>withRoom(request, () -> "read");
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                });
    while (other.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    return other.getState().name();
  }

  @Test
  void a_method_of_no_path_is_refused_with_those_that_there_are() throws Exception {
    HttpResponse<String> answer = send("FETCH", SAY, "{}");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().allValues("Allow"))
        .containsExactly("DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
  }

  @Test
  void an_unknown_operation_is_refused_by_its_service() throws Exception {
    assertRefused(operation("Fly"), 400, "UnknownOperationException");
    assertRefused(operation(""), 400, "UnknownOperationException");
  }

  @Test
  void no_service_takes_an_unknown_missing_or_malformed_target() throws Exception {
    for (String target : List.of("", "Say", ".Say", "Parrot_20260102.Say", "parrot_20260101.Say")) {
      assertThat(send("POST", Map.of("X-Amz-Target", target), "{}").statusCode()).isEqualTo(404);
    }
    assertThat(send("POST", Map.of(), "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void no_service_takes_another_method_than_post() throws Exception {
    for (String method : List.of("GET", "PUT", "DELETE", "PATCH")) {
      assertThat(send(method, SAY, "{}").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void a_body_that_is_no_json_object_is_refused() throws Exception {
    for (String body : List.of("{", "[]", "null", "\"text\"", "1", "{\"a\":}", " ", "\u0000")) {
      assertRefused(send("POST", SAY, body), 400, "SerializationException");
    }
    for (String more : List.of("}", "{}", "#", "/**/", "\"text\"", ",", "\u0000")) {
      assertRefused(send("POST", SAY, "{}" + more), 400, "SerializationException");
    }
    assertThat(send("POST", SAY, "{} \n").statusCode()).isEqualTo(200);
    assertRefused(send("POST", SAY, "{\"a\":".repeat(100_000)), 400, "SerializationException");
    String many = "{\"a\":[" + "{},".repeat(1_000_000) + "{}]}";
    assertRefused(send("POST", SAY, many), 400, "SerializationException");
  }

  @Test
  void a_body_of_the_largest_size_is_read() throws Exception {
    String empty = "{\"Word\":\"\"}";
    String body = "{\"Word\":\"" + "x".repeat(BODY_BYTES_MAX - empty.length()) + "\"}";

    assertThat(send("POST", SAY, body).statusCode()).isEqualTo(200);
  }

  @Test
  void a_body_one_byte_larger_is_refused() throws Exception {
    assertThat(send("POST", SAY, "x".repeat(BODY_BYTES_MAX + 1)).statusCode()).isEqualTo(413);
  }

  @Test
  void a_refusal_says_its_status_type_message_and_members() throws Exception {
    HttpResponse<String> plain = operation("Refuse");
    assertRefused(plain, 400, "ParrotRefuses");
    assertThat(json(plain).path("message").asText()).isEqualTo("It does not feel like it.");
    assertThat(json(plain).has("Mood")).isFalse();

    HttpResponse<String> more = operation("RefuseAtLength");
    assertRefused(more, 409, "ParrotRefuses");
    assertThat(json(more).path("Mood").asText()).isEqualTo("bad");
  }

  @Test
  void a_fault_of_the_service_is_answered_without_what_is_inside() throws Exception {
    HttpResponse<String> answer = operation("Break");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(json(answer).path("__type").asText()).isEqualTo("InternalFailure");
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    assertThat(operation("Say").statusCode()).isEqualTo(200);
  }

  @Test
  void a_port_in_use_is_refused_and_a_closed_one_is_free() throws Exception {
    int port = server.url().getPort();
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> AwsServer.start(port, List.of(parrot)).close());

    server.close();
    AwsServer.start(port, List.of(parrot)).close();
  }

  @Test
  void close_interrupts_a_call_that_hangs() throws Exception {
    CompletableFuture<HttpResponse<Void>> call =
        http.sendAsync(
            HttpRequest.newBuilder(server.url())
                .header("X-Amz-Target", ParrotService.PREFIX + ".Hang")
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.discarding());
    parrot.hanging.await();

    server.close();

    assertThat(parrot.interrupted.get(60, TimeUnit.SECONDS)).isTrue();
    assertThat(call).failsWithin(60, TimeUnit.SECONDS);
  }

  /** Virtual threads would keep all their carriers, and the other port would never answer. */
  @Test
  void requests_that_compute_on_all_processors_leave_the_other_ports_alive() throws Exception {
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService clients = Executors.newFixedThreadPool(processors);
        LocalHttpServer other = otherPort()) {
      List<Future<HttpResponse<String>>> computing =
          IntStream.range(0, processors)
              .mapToObj(_ -> clients.submit(() -> operation("Compute")))
              .toList();
      parrot.computing.await();

      assertThat(answerOf(other)).isEqualTo("alive");

      parrot.enough = true;
      for (Future<HttpResponse<String>> each : computing) {
        assertThat(each.get().statusCode()).isEqualTo(200);
      }
    } finally {
      parrot.enough = true;
    }
  }

  private static LocalHttpServer otherPort() throws IOException {
    LocalHttpServer other =
        LocalHttpServer.bind("127.0.0.1", 0, HttpLimits.forBodiesOf(1), Audience.PROGRAMS);
    other.open(new AliveHandler());
    return other;
  }

  private String answerOf(LocalHttpServer port) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.port() + "/"))
            .timeout(Duration.ofMinutes(1))
            .build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void names_and_numbers_beyond_all_use_are_refused_before_they_are_kept() throws Exception {
    String name = "n".repeat(40_000);
    String names =
        IntStream.range(0, 110)
            .mapToObj(i -> "\"" + name + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"));

    assertRefused(send("POST", SAY, names), 400, "SerializationException");
    assertThat(send("POST", SAY, "{\"" + name + "\":1}").statusCode()).isEqualTo(200);
    assertRefused(
        send("POST", SAY, "{\"n\":" + "7".repeat(65) + "}"), 400, "SerializationException");
    assertThat(send("POST", SAY, "{\"n\":" + "7".repeat(64) + "}").statusCode()).isEqualTo(200);
  }

  @Test
  void a_request_that_may_wait_is_small() throws Exception {
    Map<String, String> wait = Map.of("X-Amz-Target", ParrotService.PREFIX + ".Wait");
    String blanks = " ".repeat(AwsServer.WAITING_BODY_BYTES_MAX - 2);

    assertThat(send("POST", wait, "{" + blanks + "}").statusCode()).isEqualTo(200);
    assertThat(send("POST", wait, "{ " + blanks + "}").statusCode()).isEqualTo(413);
    assertThat(send("POST", SAY, "{ " + blanks + "}").statusCode()).isEqualTo(200);
  }
}
