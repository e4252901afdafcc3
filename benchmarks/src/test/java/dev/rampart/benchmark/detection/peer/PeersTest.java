package dev.rampart.benchmark.detection.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeersTest {

  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  /** A request for a path that does not exist. */
  private static Signal missing(int number, double second, String path) {
    return new Signal(
        new SignalId("signal-" + number),
        START.plusMillis(Math.round(1_000 * second)),
        DetectionPoint.ROUTE_UNKNOWN.gate(),
        DetectionPoint.ROUTE_UNKNOWN,
        Source.unknown().withAddress(new IpAddress("192.0.2.1")),
        RequestFacts.unknown().withStatus(404).withResourceId(path),
        SignalEvidence.none());
  }

  /** Returns how many alerts so many requests raise, so many seconds apart, for different paths. */
  private static int alerts(PeerRule rule, int requests, double seconds) {
    int alerts = 0;
    for (int i = 0; i < requests; i++) {
      alerts += rule.take(missing(i, i * seconds, "path-" + i)).size();
    }
    return alerts;
  }

  @Test
  void fail2ban_takes_five_failures_in_ten_minutes() {
    assertThat(alerts(new Fail2ban(), 5, 140)).isEqualTo(1);
    assertThat(alerts(new Fail2ban(), 5, 160)).isZero();
    assertThat(alerts(new Fail2ban(), 4, 1)).isZero();
  }

  @Test
  void aws_automations_take_fifty_refusals_in_a_minute_of_the_clock() {
    assertThat(alerts(new AwsAutomations(), 50, 1)).isEqualTo(1);
    assertThat(alerts(new AwsAutomations(), 49, 1)).isZero();
    assertThat(alerts(new AwsAutomations(), 100, 2)).isZero();
  }

  @Test
  void crowdsec_takes_more_than_ten_different_paths_before_they_leak() {
    assertThat(alerts(new CrowdSec(), 11, 0.1)).isEqualTo(1);
    assertThat(alerts(new CrowdSec(), 10, 0.1)).isZero();
    assertThat(alerts(new CrowdSec(), 40, 10)).isZero();
  }

  @Test
  void crowdsec_counts_the_same_path_once() {
    CrowdSec rule = new CrowdSec();
    int alerts = 0;
    for (int i = 0; i < 40; i++) {
      alerts += rule.take(missing(i, i * 0.1, "path")).size();
    }

    assertThat(alerts).isZero();
  }

  @Test
  void elastic_takes_more_than_five_hundred_refusals_in_ten_minutes() {
    assertThat(alerts(new ElasticFuzzSearch(), 501, 1)).isEqualTo(1);
    assertThat(alerts(new ElasticFuzzSearch(), 500, 1)).isZero();
    assertThat(alerts(new ElasticFuzzSearch(), 900, 2)).isZero();
  }

  @Test
  void a_repeated_delivery_counts_once() {
    PeerRule rule = new WithoutRepeats(new Fail2ban());
    Signal signal = missing(1, 1, "path");

    for (int i = 0; i < 10; i++) {
      assertThat(rule.take(signal)).isEqualTo(List.of());
    }
  }

  @Test
  void rampart_tells_of_a_prober_once_and_again_after_a_quarter_of_an_hour() {
    Rampart rule = new Rampart(Detectors.standard());

    assertThat(burst(rule, 0, 140)).isEqualTo(1);
    assertThat(burst(rule, 300, 140)).isZero();
    assertThat(burst(rule, 1_000, 140)).isEqualTo(1);
  }

  /** Returns how many alerts a burst of requests raises. */
  private static int burst(PeerRule rule, int atSecond, int requests) {
    int alerts = 0;
    for (int i = 0; i < requests; i++) {
      alerts += rule.take(missing(atSecond + i, atSecond + i * 0.1, "path-" + i)).size();
    }
    return alerts;
  }
}
