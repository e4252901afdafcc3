package dev.rampart.local.events.destination;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rampart.local.events.bus.TargetAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ApiDestinationsTest {
  private static final String ARN = "arn:aws:events:eu-west-1:0:api-destination/hook/1";
  private static final SecretReference REFERENCE =
      new SecretReference("secret", Optional.of("key"));

  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final List<String> received = Collections.synchronizedList(new ArrayList<>());
  private final List<WebhookRequest> shown = new ArrayList<>();
  private final List<ApiDestinations> made = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-29T10:00:00Z");
  private int status = 200;
  private String retryAfter = "";

  ApiDestinationsTest() throws IOException {
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().getFirst("X-Key"),
                      body));
          if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    made.forEach(ApiDestinations::close);
  }

  private ApiDestinations to(String url, int rate) {
    ApiDestinationSettings settings =
        new ApiDestinationSettings(
            ARN,
            URI.create(url),
            "POST",
            rate,
            new ConnectionSettings("arn:connection", "X-Key", REFERENCE));
    ApiDestinations destinations =
        new ApiDestinations(
            List.of(settings),
            reference -> Optional.of("s3cret").filter(_ -> reference.equals(REFERENCE)),
            shown::add,
            () -> now);
    made.add(destinations);
    return destinations;
  }

  private String here() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/threats?a=b";
  }

  private TargetAnswer answer(int code) {
    status = code;
    return to(here(), 10).offer(ARN, "{}");
  }

  private static TargetAnswer failed(int code, Optional<Duration> delay) {
    return new TargetAnswer.Failed("ERROR_FROM_TARGET", "the endpoint answers " + code, delay);
  }

  @Test
  void an_endpoint_on_loopback_is_called_with_its_key() {
    assertThat(to(here(), 10).offer(ARN, "{\"a\":1}")).isEqualTo(new TargetAnswer.Taken());
    assertThat(received).containsExactly("POST /threats?a=b s3cret {\"a\":1}");
    assertThat(shown).isEmpty();
  }

  @Test
  void an_endpoint_elsewhere_is_not_called_and_the_request_is_shown_without_its_key() {
    assertThat(to("https://soc.example.com/threats", 10).offer(ARN, "{\"a\":1}"))
        .isEqualTo(new TargetAnswer.Taken());
    assertThat(received).isEmpty();
    WebhookRequest request = shown.getFirst();
    assertThat(request.url()).hasToString("https://soc.example.com/threats");
    assertThat(request.body()).isEqualTo("{\"a\":1}");
    assertThat(request.headers()).containsEntry("X-Key", "***");
    assertThat(request.toString()).doesNotContain("s3cret");
  }

  @Test
  void some_answers_are_worth_another_attempt_and_others_are_not() {
    for (int code : new int[] {401, 407, 409, 429, 500, 503}) {
      assertThat(answer(code)).isEqualTo(failed(code, Optional.empty()));
    }
    for (int code : new int[] {301, 400, 403, 404, 410}) {
      assertThat(answer(code))
          .isEqualTo(new TargetAnswer.Refused("ERROR_FROM_TARGET", "the endpoint answers " + code));
    }
  }

  @Test
  void an_endpoint_may_ask_for_a_longer_wait_or_for_none_at_all() {
    retryAfter = "30";
    assertThat(answer(429)).isEqualTo(failed(429, Optional.of(Duration.ofSeconds(30))));
    retryAfter = "Sun, 29 Nov 2026 10:01:00 GMT";
    assertThat(answer(503)).isEqualTo(failed(503, Optional.of(Duration.ofMinutes(1))));
    retryAfter = "soon";
    assertThat(answer(503)).isEqualTo(failed(503, Optional.empty()));
    retryAfter = "-1";
    assertThat(answer(503)).isInstanceOf(TargetAnswer.Refused.class);
  }

  @Test
  void an_endpoint_that_is_not_there_may_come_back() {
    String url = here();
    server.stop(0);

    assertThat(to(url, 10).offer(ARN, "{}"))
        .isInstanceOfSatisfying(
            TargetAnswer.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo("CONNECTION_FAILURE"));
  }

  @Test
  void more_than_the_rate_wait_for_the_next_second() {
    ApiDestinations destinations = to(here(), 2);

    assertThat(destinations.offer(ARN, "{}")).isEqualTo(new TargetAnswer.Taken());
    assertThat(destinations.offer(ARN, "{}")).isEqualTo(new TargetAnswer.Taken());
    assertThat(destinations.offer(ARN, "{}"))
        .isEqualTo(new TargetAnswer.NotYet(Duration.ofSeconds(1)));
    now = now.plusSeconds(1);
    assertThat(destinations.offer(ARN, "{}")).isEqualTo(new TargetAnswer.Taken());
    assertThat(received).hasSize(3);
  }

  @Test
  void what_is_no_json_and_what_is_not_there_is_given_up() {
    assertThat(to(here(), 2).offer(ARN, "no \"json\""))
        .isInstanceOfSatisfying(
            TargetAnswer.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("INVALID_JSON"));
    assertThat(to(here(), 2).offer("arn:other", "{}")).isInstanceOf(TargetAnswer.Refused.class);
    assertThat(received).isEmpty();
  }

  @Test
  void an_answer_that_takes_too_long_is_a_timeout() throws IOException {
    try (LoopbackCaller caller = new LoopbackCaller(Duration.ofMillis(1), () -> now);
        ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      WebhookRequest request =
          new WebhookRequest(
              URI.create("http://127.0.0.1:" + silent.getLocalPort()), "POST", Map.of(), "{}");

      assertThat(
              caller.call(
                  request, new ConnectionSettings("arn:connection", "X-Key", REFERENCE), "k"))
          .isInstanceOfSatisfying(
              TargetAnswer.Failed.class, failed -> assertThat(failed.code()).isEqualTo("TIMEOUT"));
    }
  }

  @Test
  void a_secret_is_named_by_its_reference() {
    assertThat(
            SecretReference.of(
                "{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:0:secret:s-1:SecretString:key}}"))
        .contains(
            new SecretReference(
                "arn:aws:secretsmanager:eu-west-1:0:secret:s-1", Optional.of("key")));
    assertThat(SecretReference.of("{{resolve:secretsmanager:s}}"))
        .contains(new SecretReference("s", Optional.empty()));
    assertThat(SecretReference.of("plain")).isEmpty();
    assertThat(SecretReference.of("{{resolve:ssm:/x}}")).isEmpty();
  }
}
