package dev.rampart.adapter.in.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the access log says in favour of a source. */
final class ObjectSuccessTest {
  private static final String ACCESS = "/rampart/dev/access";
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final List<Signal> heard = new ArrayList<>();
  private final EdgelogConsumer edgeLog =
      new EdgelogConsumer(heard::addAll, _ -> {}, Deliveries.NAMES);

  @Test
  void a_user_who_read_an_own_object_is_told_with_nothing_of_the_request() {
    hear(edgeLog, line(NOON.plusSeconds(67), _ -> {}));
    Signal signal = heard.getFirst();
    assertThat(signal.point()).isEqualTo(DetectionPoint.OBJECT_OK);
    assertThat(signal.observedAt()).isEqualTo(NOON);
    assertThat(new SuspiciousRequestV1(signal).json().path("source").toString())
        .isEqualTo(
            """
            {"ip":"203.0.113.7","principal":"sub-1","client":"app","apiKeyId":"k1"}\
            """);
    assertThat(new SuspiciousRequestV1(signal).json().path("request")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/submissions/{id}, 200, true",
    "DELETE, /v1/submissions/{id}, 204, true",
    "POST, /v1/submissions/{id}/review, 200, true",
    "POST, /v1/submissions, 201, true",
    "GET, /v1/submissions, 200, false",
    "GET, /v1/submissions/{id}, 304, false",
    "GET, /v1/submissions/{id}, 404, false",
    "GET, /v1/submissions/{id}, -, false",
  })
  void only_an_object_that_was_given_counts(
      String method, String route, String status, boolean counts) {
    hear(
        edgeLog,
        line(
            NOON,
            line ->
                line.put("httpMethod", method).put("resourcePath", route).put("status", status)));
    assertThat(heard).hasSize(counts ? 1 : 0);
  }

  @Test
  void nobody_is_spoken_for_without_a_user_who_has_signed_in() {
    hear(edgeLog, line(NOON, line -> line.put("principal", "-")));
    assertThat(heard).isEmpty();
  }

  @Test
  void a_thousand_requests_of_one_source_within_the_window_are_one_signal() {
    String[] lines =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    line(
                        NOON.plusMillis(i * 299L),
                        line -> line.put("extendedRequestId", "x-" + i).put("userAgent", "a" + i)))
            .toArray(String[]::new);
    assertThat(edgeLog.handle(Deliveries.of(ACCESS, lines)))
        .isEqualTo(new LogBatchResult(1_000, 1, 0));
    hear(edgeLog, line(NOON.plus(ObjectSuccess.WINDOW), _ -> {}));
    assertThat(heard).hasSize(2);
  }

  @Test
  void users_and_addresses_are_told_apart() {
    hear(
        edgeLog,
        line(NOON, _ -> {}),
        line(NOON, line -> line.put("principal", "sub-2")),
        line(NOON, line -> line.put("sourceIp", "203.0.113.8")),
        line(NOON, line -> line.put("client", "other")),
        line(NOON, line -> line.put("apiKeyId", "k2")));
    assertThat(heard).extracting(Signal::id).doesNotHaveDuplicates().hasSize(5);
  }

  @Test
  void deliveries_of_one_window_are_the_same_signal_in_every_process_and_told_once_by_each() {
    String early = line(NOON.plusSeconds(1), _ -> {});
    String late = line(NOON.plusSeconds(200), line -> line.put("httpMethod", "PATCH"));
    hear(edgeLog, early);
    hear(edgeLog, late);
    hear(edgeLog, early);
    assertThat(heard).hasSize(1);
    hear(new EdgelogConsumer(heard::addAll, _ -> {}, Deliveries.NAMES), late);
    assertThat(heard).hasSize(2);
    assertThat(heard.getLast()).isEqualTo(heard.getFirst());
  }

  @Test
  void what_could_not_be_published_is_told_again() {
    boolean[] down = {true};
    EdgelogConsumer consumer =
        new EdgelogConsumer(
            signals -> {
              if (down[0]) {
                throw new PortUnavailable("down");
              }
              heard.addAll(signals);
            },
            _ -> {},
            Deliveries.NAMES);
    String line = line(NOON, _ -> {});
    assertThatThrownBy(() -> hear(consumer, line)).isInstanceOf(PortUnavailable.class);
    down[0] = false;
    hear(consumer, line);
    assertThat(heard).hasSize(1);
  }

  @Test
  void what_a_process_remembers_is_bounded() {
    String[] users =
        IntStream.rangeClosed(0, PublishedSuccesses.IDS_MAX)
            .mapToObj(i -> line(NOON, line -> line.put("principal", "user-" + i)))
            .toArray(String[]::new);
    hear(edgeLog, users);
    heard.clear();
    hear(edgeLog, users[1], users[0]);
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().source().principal()).contains("user-0");
  }

  private static void hear(EdgelogConsumer consumer, String... lines) {
    assertThat(consumer.handle(Deliveries.of(ACCESS, lines)).rejected()).isZero();
  }

  private static String line(Instant at, Consumer<ObjectNode> change) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("requestId", "r-1").put("extendedRequestId", "x-1");
    line.put("requestTimeEpoch", Long.toString(at.toEpochMilli()));
    line.put("sourceIp", "203.0.113.7").put("userAgent", "curl").put("httpMethod", "GET");
    line.put("resourcePath", "/v1/submissions/{id}").put("path", "/dev/v1/submissions/secret");
    line.put("status", "200").put("responseType", "-").put("wafResponseCode", "WAF_ALLOW");
    line.put("principal", "sub-1").put("client", "app").put("apiKeyId", "k1");
    change.accept(line);
    return line.toString();
  }
}
