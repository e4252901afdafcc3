package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.detection.trail.RequestOutcome.PASSED;
import static dev.rampart.domain.detection.trail.RequestOutcome.REFUSED;
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
import dev.rampart.domain.detection.trail.Watcher;
import dev.rampart.domain.port.in.ReadTraffic.Command;
import dev.rampart.domain.port.in.ReadTraffic.Traffic;
import dev.rampart.domain.port.out.InMemoryGateLogs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReadTrafficUseCaseTest {
  private static final TimeSpan SPAN = new TimeSpan(NOON, NOON.plusSeconds(600));
  private static final Source ADDRESS = Source.unknown().withAddress(new IpAddress("203.0.113.7"));
  private static final Source ANN = ADDRESS.withPrincipal("ann");

  private final InMemoryGateLogs logs = new InMemoryGateLogs();

  private Traffic read() {
    return read(Optional.empty());
  }

  private Traffic withoutAnn() {
    return read(Optional.of(new Watcher("ann")));
  }

  private Traffic read(Optional<Watcher> without) {
    return new ReadTrafficUseCase(logs).read(new Command(SPAN, without));
  }

  private void asked(long second, String id, Source who, String route, RequestOutcome outcome) {
    RequestFacts request = RequestFacts.unknown().withRequestId(id).withRoute(route);
    GateReason why = outcome == PASSED ? GateReason.none() : GateReason.of(Gate.TOKEN);
    logs.add(
        new GateEntry(
            GateLog.ACCESS,
            Optional.of("x-" + id),
            NOON.plusSeconds(second),
            who,
            request,
            outcome,
            why));
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

  private static List<String> ids(Traffic traffic) {
    return traffic.newest().stream()
        .map(entry -> entry.request().requestId().orElseThrow())
        .toList();
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
  void a_watcher_is_neither_counted_nor_told_and_crowds_nobody_out() {
    asked(1, "others", ADDRESS.withPrincipal("bob"), "/v1/submissions", PASSED);
    for (int i = 0; i < Traffic.NEWEST_MAX; i++) {
      asked(2, "own-" + i, ANN, "/v1/traffic", PASSED);
    }
    asked(3, "own-refused", ANN, "/v1/threats", REFUSED);

    assertThat(withoutAnn().timeline()).containsExactly(new TrailPeriod(NOON, 1, Map.of(), 0));
    assertThat(ids(withoutAnn())).containsExactly("others");
    assertThat(ids(read())).hasSize(Traffic.NEWEST_MAX).doesNotContain("others");
  }

  @Test
  void what_other_gates_say_of_a_watchers_request_is_left_out_too() {
    passed(1, "odd");
    logged(GateLog.FIREWALL, 1, "x-odd", RequestOutcome.REPORTED, GateReason.of(Gate.WAF));
    logged(GateLog.ACCESS, 2, "refused", REFUSED, GateReason.none());
    logged(GateLog.FUNCTION, 2, "refused", REFUSED, GateReason.of(Gate.DOMAIN));
    logged(GateLog.FUNCTION, 3, "of-nobody-known", REFUSED, GateReason.of(Gate.INPUT));

    assertThat(withoutAnn().timeline())
        .containsExactly(new TrailPeriod(NOON, 0, Map.of(Gate.INPUT, 1L), 0));
    assertThat(ids(withoutAnn())).containsExactly("of-nobody-known");
  }

  @Test
  void files_of_the_console_are_left_out_and_what_is_refused_among_them_is_not() {
    asked(1, "start", ADDRESS, "/console", PASSED);
    asked(2, "script", ADDRESS, "/console/{file+}", PASSED);
    asked(3, "probe", ADDRESS, "/console/{file+}", REFUSED);
    asked(4, "other", ADDRESS, "/v1/openapi.json", PASSED);

    assertThat(ids(withoutAnn())).containsExactly("other", "probe");
    assertThat(withoutAnn().timeline())
        .containsExactly(new TrailPeriod(NOON, 1, Map.of(Gate.TOKEN, 1L), 0));
    assertThat(ids(read())).hasSize(4);
  }

  @Test
  void an_id_of_a_watcher_that_somebody_else_uses_hides_nobody() {
    asked(1, "shared", ANN, "/v1/threats", PASSED);
    asked(2, "shared", ADDRESS, "/v1/submissions", PASSED);
    logged(GateLog.FUNCTION, 2, "shared", REFUSED, GateReason.of(Gate.INPUT));

    assertThat(withoutAnn().timeline())
        .containsExactly(new TrailPeriod(NOON, 1, Map.of(Gate.INPUT, 1L), 0));
    assertThat(withoutAnn().newest().getFirst().source().principal()).isEmpty();
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
