package dev.rampart.local.stack.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.supervision.RunClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address that moves the clock, and what happens on the way. */
final class ControlServerTest {
  private static final Instant START = Instant.parse("2026-11-29T12:00:20Z");

  private final RunClock clock = new RunClock(Clock.fixed(START, ZoneOffset.UTC));
  private final List<Instant> minutes = new ArrayList<>();
  private final Minutes moving = new Minutes(clock, this::minute);
  private final HttpClient http = HttpClient.newHttpClient();
  private final ControlServer server =
      ControlServer.start("secret", Map.of("/clock", new ClockControl(clock, moving::move)));

  ControlServerTest() throws IOException {}

  private void minute(Instant end) {
    assertThat(clock.instant()).isEqualTo(end);
    minutes.add(end);
  }

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  private HttpResponse<String> send(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Authorization", token)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void the_clock_goes_from_minute_to_minute() throws Exception {
    HttpResponse<String> answer =
        send("POST", "/clock", "Bearer secret", "{\"forward\":\"PT2M30S\"}");

    assertThat(answer.body()).isEqualTo("{\"now\":\"2026-11-29T12:02:50Z\",\"ahead\":\"PT2M30S\"}");
    assertThat(minutes)
        .containsExactly(
            Instant.parse("2026-11-29T12:01:00Z"), Instant.parse("2026-11-29T12:02:00Z"));
    assertThat(send("GET", "/clock", "Bearer secret", "").body()).isEqualTo(answer.body());
  }

  @Test
  void no_minute_is_done_twice() {
    for (int i = 0; i < 10; i++) {
      moving.move(Duration.ofSeconds(30));
    }
    assertThat(minutes).hasSize(5).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PUT", "FETCH"})
  void a_method_that_the_path_has_not_is_refused_with_those_that_it_has(String method)
      throws Exception {
    HttpResponse<String> answer = send(method, "/clock", "Bearer secret", "{}");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().allValues("Allow")).containsExactly("GET, POST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "POST ~ /clock ~ Bearer other ~ {} ~ 401",
        "POST ~ /clock ~ secret ~ {} ~ 401",
        "GET ~ /other ~ Bearer secret ~ {} ~ 404",
        "DELETE ~ /clock ~ Bearer secret ~ {} ~ 405",
        "POST ~ /clock ~ Bearer secret ~ {} ~ 400",
        "POST ~ /clock ~ Bearer secret ~ [] ~ 400",
        "POST ~ /clock ~ Bearer secret ~ no JSON ~ 400",
        "POST ~ /clock ~ Bearer secret ~ {\"forward\":\"PT1H\"} x ~ 400",
        "POST ~ /clock ~ Bearer secret ~ {\"forward\":\"PT1H\"}{} ~ 400",
        "POST ~ /clock ~ Bearer secret ~ {\"forward\":\"-PT1S\"} ~ 400",
        "POST ~ /clock ~ Bearer secret ~ {\"forward\":\"P16D\"} ~ 400",
        "POST ~ /clock ~ Bearer secret ~ {\"forward\":\"tomorrow\"} ~ 400",
        "POST ~ /clock ~ Bearer secret ~ {\"forward\":\"PT1S\",\"back\":\"PT1S\"} ~ 400",
      })
  void what_is_wrong_is_refused_and_moves_nothing(
      String method, String path, String token, String body, int status) throws Exception {
    assertThat(send(method, path, token, body).statusCode()).isEqualTo(status);
    assertThat(clock.ahead()).isZero();
  }
}
