package dev.rampart.domain.detection.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class CountBoundsTest {
  private static final int CLIENTS = 4_000;
  private static final Instant AT = Instant.parse("2026-11-22T10:15:30.123Z");

  @Test
  void more_clients_than_there_is_room_for_are_estimated_and_requests_are_exact() {
    CountToBlock count = new CountToBlock(500, 10, 1_000);
    for (int i = 0; i < CLIENTS; i++) {
      if (i < CLIENTS / 2) {
        count.take(signIn(i));
      }
      count.take(counted(i, "/a"));
    }
    PathTally total = rule(count).getValue().total();

    assertThat(count.clientsPerSample()).isBetween(4L, 8L);
    assertThat(count.warnings()).singleElement().asString().contains("estimated from 1 in ");
    assertThat(total.requests()).isEqualTo(CLIENTS);
    assertThat(count.clients(total)).isCloseTo(CLIENTS, Percentage.withPercentage(20));
    assertThat(count.knownGood(total)).isCloseTo(CLIENTS / 2, Percentage.withPercentage(20));
  }

  @Test
  void clients_of_many_paths_have_one_bound() {
    CountToBlock count = new CountToBlock(CLIENTS, 10, 1_000);
    for (int i = 0; i < CLIENTS; i++) {
      count.take(counted(i, i % 2 == 0 ? "/a" : "/b"));
    }
    assertThat(count.clientsPerSample()).isGreaterThan(1);
    assertThat(count.clients(rule(count).getValue().total()))
        .isCloseTo(CLIENTS, Percentage.withPercentage(20));
  }

  @Test
  void more_paths_than_there_is_room_for_are_put_together_and_none_of_them_is_spared() {
    CountToBlock count = new CountToBlock(CLIENTS, 3, CLIENTS);
    count.take(signIn(1));
    for (String path : List.of("/a", "/b", "/c", "/e")) {
      count.take(counted(2, path));
    }
    count.take(counted(1, "/d"));
    Map.Entry<CountingRule, RuleTally> rule = rule(count);

    assertThat(rule.getValue().paths()).hasSize(4).containsKey(RouteFamily.OTHER);
    assertThat(rule.getValue().paths())
        .extractingByKey(RouteFamily.OTHER)
        .extracting(PathTally::requests)
        .isEqualTo(2L);
    assertThat(count.warnings()).singleElement().asString().contains("families of paths");
    assertThat(count.suggestion(rule.getKey(), rule.getValue()))
        .isEqualTo(new Suggestion.KeepCounting());
  }

  private static Map.Entry<CountingRule, RuleTally> rule(CountToBlock count) {
    assertThat(count.rules()).hasSize(1);
    return count.rules().entrySet().iterator().next();
  }

  private static Signal signIn(int client) {
    return new Signal(
        SignalId.derive("test", Integer.toString(client)),
        AT,
        DetectionPoint.AUTH_OK.gate(),
        DetectionPoint.AUTH_OK,
        Source.unknown().withAddress(address(client)),
        RequestFacts.unknown(),
        SignalEvidence.none());
  }

  private static CountedRequest counted(int client, String path) {
    CountingRule rule = new CountingRule("AWS#Rules", "Rule");
    return new CountedRequest(
        AT,
        false,
        CountedRequest.family(path),
        Optional.of(address(client)),
        List.of(new CountMatch(rule, CountReason.RULE_OVERRIDE)),
        List.of());
  }

  private static IpAddress address(int client) {
    return IpAddress.parse("198.18." + client / 256 + "." + client % 256).orElseThrow();
  }
}
