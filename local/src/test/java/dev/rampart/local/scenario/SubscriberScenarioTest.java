package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.behindEscapes;
import static dev.rampart.local.scenario.Caller.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A run with all subscribers of threats: people, a program and a receiver on loopback. */
final class SubscriberScenarioTest {
  private static final String SQL = "' UNION SELECT password FROM users WHERE '1'='1' --";
  private static final int UNAVAILABLE = 503;

  private static final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private static final List<String> keys = new CopyOnWriteArrayList<>();
  private static final AtomicInteger failures = new AtomicInteger(1);
  private static HttpServer receiver;
  private static Running run;

  @BeforeAll
  static void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/threats",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          if (failures.getAndDecrement() > 0) {
            exchange.sendResponseHeaders(UNAVAILABLE, -1);
          } else {
            received.add(Running.parse(new String(body, StandardCharsets.UTF_8)));
            keys.add(exchange.getRequestHeaders().getFirst("X-Rampart-Key"));
            exchange.sendResponseHeaders(202, -1);
          }
          exchange.close();
        });
    receiver.start();
    run =
        Running.controlled(
            Map.of(
                "ThreatMail",
                "soc@example.com",
                "ThreatQueue",
                "true",
                "ThreatWebhook",
                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/threats"),
            Set.of());
  }

  @AfterAll
  static void stop() {
    run.close();
    receiver.stop(0);
  }

  @Test
  void an_attack_ends_as_a_mail_a_message_and_a_webhook_that_is_tried_again() throws Exception {
    for (int i = 0; i < 8; i++) {
      Reply refused = run.bob.submit(behindEscapes(good().put("description", i + SQL)));
      assertThat(refused.status()).isEqualTo(422);
    }
    assertThat(Running.eventually(() -> !received.isEmpty())).isTrue();

    String bob = run.instance.user("bob").sub();
    JsonNode threat = received.getFirst();
    assertThat(threat.path("source").asText()).isEqualTo("rampart.detection");
    assertThat(threat.at("/detail/subject").asText()).isEqualTo(bob);
    assertThat(failures.get()).isNegative();
    assertThat(keys.getFirst()).matches("[A-Za-z0-9]{64}");

    String explanation = threat.at("/detail/explanation").asText();
    assertThat(mails())
        .filteredOn(mail -> mail.path("to").asText().equals("soc@example.com"))
        .extracting(mail -> mail.path("body").asText())
        .anyMatch(
            body ->
                body.startsWith("\"" + explanation + "\"")
                    && body.contains("\"Subject: principal " + bob + "\""));
    assertThat(run.messages("SubscriberQueue"))
        .extracting(Running::parse)
        .extracting(event -> event.at("/detail/findingId"))
        .contains(threat.at("/detail/findingId"));
    for (String undelivered : List.of("Mail", "Queue", "Webhook")) {
      assertThat(run.waiting("Threat" + undelivered + "Undelivered")).isZero();
    }
    assertThat(run.problems()).isEmpty();
  }

  private static List<JsonNode> mails() throws IOException, InterruptedException {
    URI inbox = URI.create(Objects.requireNonNull(run.instance.endpoints().get("inbox")));
    try (HttpClient reader = HttpClient.newHttpClient()) {
      String answer =
          reader.send(HttpRequest.newBuilder(inbox).build(), BodyHandlers.ofString()).body();
      return Running.parse(answer).path("mails").valueStream().toList();
    }
  }
}
