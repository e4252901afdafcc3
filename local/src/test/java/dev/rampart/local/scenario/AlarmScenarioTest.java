package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an attack to the mails of its alarms, in hours of the run's clock. */
final class AlarmScenarioTest {
  private static final int SOURCES = 6;

  /** What only scanners ask for. */
  private static final List<String> SCANNED =
      List.of(
          "/.env",
          "/.git/config",
          "/.aws/credentials",
          "/.ssh/id_rsa",
          "/wp-login.php",
          "/phpmyadmin/index.php",
          "/backup.sql",
          "/actuator/env",
          "/server-status",
          "/.htpasswd");

  private static Running running;
  private static List<HttpClient> clients;
  private static Control control;

  @BeforeAll
  static void start() {
    running =
        Running.controlled(Map.of("Alarms", "true", "AlarmEmail", "ops@example.com"), Set.of());
    clients = IntStream.range(0, SOURCES).mapToObj(AlarmScenarioTest::client).toList();
    control = new Control(running);
  }

  @AfterAll
  static void stop() {
    control.close();
    clients.forEach(HttpClient::close);
    running.close();
  }

  /** Returns a client with a loopback address of its own. */
  private static HttpClient client(int number) {
    byte[] address = {127, 0, 0, (byte) (number + 1)};
    try {
      return HttpClient.newBuilder().localAddress(InetAddress.getByAddress(address)).build();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void ask(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(running.instance.baseUrl() + path)).build();
    assertThat(send(clients.getFirst(), request).statusCode()).isGreaterThanOrEqualTo(400);
  }

  /** Returns how many signals detection has measured so far. */
  private static long measured() {
    return running.lines("/rampart/dev/detection").stream()
        .filter(line -> line.startsWith("{"))
        .map(Running::parse)
        .filter(line -> !line.has("kind"))
        .mapToLong(line -> line.path("SuspiciousRequests").asLong())
        .sum();
  }

  /** Returns the subjects of all mails so far. */
  private static List<String> subjects() {
    String url = Objects.requireNonNull(running.instance.endpoints().get("inbox"));
    List<String> subjects = new ArrayList<>();
    JsonNode inbox =
        Running.parse(
            send(clients.getFirst(), HttpRequest.newBuilder(URI.create(url)).build()).body());
    inbox.path("mails").forEach(mail -> subjects.add(mail.path("subject").asText()));
    return subjects;
  }

  private static boolean hasMail(String state, String alarm) {
    return subjects().stream()
        .anyMatch(subject -> subject.startsWith(state + ": \"rampart-local-" + alarm + "-"));
  }

  /** Asks without a token, from that many addresses in turn. */
  private static void refusals(int count, int addresses) {
    for (int i = 0; i < count; i++) {
      HttpResponse<String> answer =
          send(
              clients.get(i % addresses),
              HttpRequest.newBuilder(
                      URI.create(running.instance.baseUrl() + "/v1/submissions/" + i))
                  .header("User-Agent", "scenario")
                  .header("Authorization", "Bearer none")
                  .build());
      assertThat(answer.statusCode()).isEqualTo(401);
    }
  }

  /**
   * Asks without a token, and waits until detection has measured it, and until nobody is at work on
   * any other message, such as a sign-in: on a clock that is moved meanwhile signals would be of
   * another time, and a message with a slow process be delivered again and again, until it is dead.
   */
  private static void measuredRefusals(int count, int addresses) {
    long before = measured();
    refusals(count, addresses);
    assertThat(Running.eventually(() -> measured() >= before + count))
        .as("%d of %d are measured", measured() - before, count)
        .isTrue();
    assertThat(running.drained("DetectionQueue")).isTrue();
    assertThat(running.drained("BlocklistQueue")).isTrue();
  }

  @Test
  void an_attack_ends_as_mails_in_the_inbox() {
    // Two hours of a quiet day, for what is usual.
    for (int i = 0; i < 24; i++) {
      measuredRefusals(1, 1);
      control.forward("PT5M");
    }
    assertThat(hasMail("ALARM", "AttackAlarm")).isFalse();

    for (int round = 1; round <= 3; round++) {
      measuredRefusals(60, clients.size());
      control.forward("PT5M");
    }

    // Unusually many refusals: the band, then the composite alarm, then its topic and its mail.
    assertThat(Running.eventually(() -> hasMail("ALARM", "AttackAlarm")))
        .as(running::alarmHistory)
        .isTrue();
    // And a single attacker, whom detection finds: its metric, its alarm, its mail.
    long known = measured();
    SCANNED.forEach(AlarmScenarioTest::ask);
    assertThat(Running.eventually(() -> measured() >= known + SCANNED.size())).isTrue();
    assertThat(control.eventually("PT1M", () -> hasMail("ALARM", "ThreatsAlarm")))
        .as(running::alarmHistory)
        .isTrue();
    assertThat(hasMail("ALARM", "TroubleAlarm")).isFalse();
  }

  @Test
  void without_the_option_there_is_no_control_address() {
    assertThat(Running.shared().instance.control()).isEmpty();
  }
}
