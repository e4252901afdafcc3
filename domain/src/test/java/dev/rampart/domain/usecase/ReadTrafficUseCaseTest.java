package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateLog;
import dev.rampart.domain.detection.trail.GateReason;
import dev.rampart.domain.detection.trail.RequestOutcome;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.trail.TrailPeriod;
import dev.rampart.domain.port.in.ReadTraffic.Traffic;
import dev.rampart.domain.port.out.InMemoryGateLogs;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReadTrafficUseCaseTest {
  private static final TimeSpan SPAN = new TimeSpan(NOON, NOON.plusSeconds(600));
  private static final Source ADDRESS = Source.unknown().withAddress(new IpAddress("203.0.113.7"));
  private static final Source ANN = ADDRESS.withPrincipal("ann");

  private final InMemoryGateLogs logs = new InMemoryGateLogs();

  private Traffic read() {
    return new ReadTrafficUseCase(logs).read(SPAN);
  }

  private void logged(GateLog log, long second, String id, RequestOutcome outcome, GateReason why) {
    RequestFacts request = RequestFacts.unknown().withRequestId(id);
    logs.add(
        new GateEntry(
            log,
            Optional.of("x-" + id),
            NOON.plusSeconds(second),
            log == GateLog.ACCESS ? ANN : ADDRESS,
            log == GateLog.ACCESS ? request.withStatus(403) : request,
            outcome,
            why));
  }

  private void passed(long second, String id) {
    logged(GateLog.ACCESS, second, id, RequestOutcome.PASSED, GateReason.none());
    logged(GateLog.FUNCTION, second, id, RequestOutcome.PASSED, GateReason.none());
  }

  @Test
  void requests_count_once_in_their_minute_at_the_gate_that_refused_them() {
    passed(1, "passed");
    logged(GateLog.ACCESS, 2, "own", RequestOutcome.REFUSED, GateReason.of(Gate.TOKEN));
    logged(GateLog.ACCESS, 3, "firewall", RequestOutcome.REFUSED, GateReason.of(Gate.WAF));
    logged(GateLog.FIREWALL, 3, "firewall", RequestOutcome.REFUSED, GateReason.of(Gate.WAF));
    logged(GateLog.ACCESS, 61, "function", RequestOutcome.REFUSED, GateReason.none());
    logged(GateLog.FUNCTION, 61, "function", RequestOutcome.REFUSED, GateReason.of(Gate.DOMAIN));
    logged(GateLog.ACCESS, 62, "down", RequestOutcome.FAILED, GateReason.of(Gate.DEPENDENCY));

    Traffic traffic = read();

    assertThat(traffic.timeline())
        .containsExactly(
            new TrailPeriod(
                NOON.plusSeconds(60), 0, Map.of(Gate.DOMAIN, 1L, Gate.DEPENDENCY, 1L), 0),
            new TrailPeriod(NOON, 1, Map.of(Gate.TOKEN, 1L, Gate.WAF, 1L), 0));
    assertThat(traffic.newest())
        .extracting(entry -> entry.request().requestId().orElseThrow())
        .containsExactly("down", "function", "firewall", "own", "passed");
    assertThat(traffic.completeSince()).isEqualTo(SPAN.from());
  }

  @Test
  void what_a_gate_only_reported_counts_apart_and_is_told_by_what_became_of_it() {
    passed(1, "odd");
    logged(GateLog.FIREWALL, 1, "odd", RequestOutcome.REPORTED, GateReason.of(Gate.WAF));

    assertThat(read().timeline()).containsExactly(new TrailPeriod(NOON, 1, Map.of(), 1));
    assertThat(read().newest())
        .extracting(GateEntry::outcome)
        .containsExactly(RequestOutcome.PASSED);
  }

  @Test
  void sign_ins_are_no_requests() {
    logged(GateLog.SIGN_IN, 1, "sign-in", RequestOutcome.PASSED, GateReason.none());

    assertThat(read().timeline()).isEmpty();
    assertThat(read().newest()).isEmpty();
  }

  @Test
  void the_newest_hundred_are_told_and_all_are_counted() {
    for (int i = 0; i < 150; i++) {
      passed(i, "r-" + i);
    }

    Traffic traffic = read();

    assertThat(traffic.newest()).hasSize(100);
    assertThat(traffic.newest().getFirst().request().requestId()).contains("r-149");
    assertThat(traffic.timeline()).extracting(TrailPeriod::passed).containsExactly(30L, 60L, 60L);
  }

  @Test
  void what_the_firewall_and_functions_do_not_know_the_gateway_says() {
    logged(GateLog.ACCESS, 1, "a", RequestOutcome.REFUSED, GateReason.of(Gate.WAF));
    logged(GateLog.FIREWALL, 1, "x-a", RequestOutcome.REFUSED, GateReason.of(Gate.WAF));
    logged(GateLog.ACCESS, 2, "b", RequestOutcome.REFUSED, GateReason.none());
    logged(GateLog.FUNCTION, 2, "b", RequestOutcome.REFUSED, GateReason.of(Gate.INPUT));

    Traffic traffic = read();

    assertThat(traffic.newest().getFirst().source().principal()).contains("ann");
    GateEntry firewall = traffic.newest().getLast();
    assertThat(firewall.log()).isEqualTo(GateLog.FIREWALL);
    assertThat(firewall.request().requestId()).contains("a");
    assertThat(firewall.request().status()).hasValue(403);
  }

  @Test
  void an_id_that_two_requests_have_says_nothing_of_either() {
    logged(GateLog.ACCESS, 1, "a", RequestOutcome.PASSED, GateReason.none());
    logged(GateLog.ACCESS, 2, "a", RequestOutcome.REFUSED, GateReason.none());
    logged(GateLog.FUNCTION, 2, "a", RequestOutcome.REFUSED, GateReason.of(Gate.INPUT));

    assertThat(read().newest().getFirst().source().principal()).isEmpty();
  }
}
