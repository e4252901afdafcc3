package dev.rampart.benchmark.detection.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.benchmark.detection.peer.Alert;
import dev.rampart.benchmark.detection.peer.AlertResponse;
import dev.rampart.benchmark.detection.peer.PeerRule;
import dev.rampart.benchmark.detection.world.Campaign;
import dev.rampart.benchmark.detection.world.World;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorldReplayTest {

  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
  private static final Subject ATTACKER = new Subject(SubjectKind.IP, "192.0.2.1");
  private static final Subject HONEST = new Subject(SubjectKind.IP, "192.0.2.2");
  private static final Subject EVERYTHING = new Subject(SubjectKind.GLOBAL, "*");
  private static final Subject POINT = new Subject(SubjectKind.GLOBAL, "AUTH_FAIL");

  private static Signal at(int minute, Subject address) {
    return new Signal(
        new SignalId(address.name() + "-" + minute),
        START.plusSeconds(minute * 60L),
        DetectionPoint.AUTH_FAIL.gate(),
        DetectionPoint.AUTH_FAIL,
        Source.unknown().withAddress(new IpAddress(address.name())),
        RequestFacts.unknown(),
        SignalEvidence.none());
  }

  /**
   * A world in which one attacker fails in minutes 200 to 203, and somebody else before and after.
   */
  private static World world() {
    List<Signal> attack =
        List.of(at(200, ATTACKER), at(201, ATTACKER), at(202, ATTACKER), at(203, ATTACKER));
    List<Signal> all = new ArrayList<>(List.of(at(10, HONEST), at(180, HONEST)));
    all.addAll(attack);
    all.add(at(220, HONEST));
    all.add(at(400, HONEST));
    Campaign campaign = new Campaign("guessing", Set.of(ATTACKER, POINT), attack);
    return new World(all, List.of(campaign), Map.of(HONEST, "trap"), 1);
  }

  private static PeerRule alerting(Set<Integer> minutes, Subject subject, AlertResponse response) {
    return signal ->
        minutes.stream().anyMatch(m -> signal.observedAt().equals(START.plusSeconds(m * 60L)))
            ? List.of(new Alert("alert", subject, signal, response))
            : List.of();
  }

  @Test
  void a_campaign_is_found_at_the_signal_that_raised_the_first_alert() {
    WorldScore score =
        WorldReplay.of(world(), alerting(Set.of(202, 203), ATTACKER, AlertResponse.NOTIFY));

    assertThat(score.campaigns()).containsExactly(new WorldScore.CampaignScore("guessing", 3));
    assertThat(score.incidents()).containsExactly(new WorldScore.Incident("alert", ""));
  }

  @Test
  void an_honest_source_is_accused_falsely_once_without_two_hours_of_silence() {
    WorldScore near =
        WorldReplay.of(world(), alerting(Set.of(180, 220), HONEST, AlertResponse.NOTIFY));
    WorldScore far =
        WorldReplay.of(world(), alerting(Set.of(10, 180), HONEST, AlertResponse.NOTIFY));

    assertThat(near.incidents()).containsExactly(new WorldScore.Incident("alert", "trap"));
    assertThat(far.incidents()).hasSize(2);
    assertThat(near.campaigns()).noneMatch(WorldScore.CampaignScore::found);
    assertThat(near.blockedSources()).isZero();
  }

  @Test
  void a_block_of_an_honest_source_is_counted_and_one_of_the_attacker_is_not() {
    WorldScore honest = WorldReplay.of(world(), alerting(Set.of(180), HONEST, AlertResponse.BLOCK));
    WorldScore hostile =
        WorldReplay.of(world(), alerting(Set.of(201), ATTACKER, AlertResponse.BLOCK));

    assertThat(honest.blockedSources()).isEqualTo(1);
    assertThat(hostile.blockedSources()).isZero();
  }

  @Test
  void what_is_only_for_information_counts_for_nothing() {
    WorldScore score = WorldReplay.of(world(), alerting(Set.of(180), HONEST, AlertResponse.INFORM));

    assertThat(score.incidents()).isEmpty();
  }

  @Test
  void an_attacker_is_neither_accused_rightly_nor_wrongly_long_after_the_attack() {
    WorldScore score =
        WorldReplay.of(world(), alerting(Set.of(400), ATTACKER, AlertResponse.NOTIFY));

    assertThat(score.incidents()).isEmpty();
    assertThat(score.campaigns()).noneMatch(WorldScore.CampaignScore::found);
  }

  @Test
  void an_alarm_on_everything_is_about_the_point_of_its_signal() {
    WorldScore score =
        WorldReplay.of(world(), alerting(Set.of(201), EVERYTHING, AlertResponse.NOTIFY));

    assertThat(score.campaigns()).containsExactly(new WorldScore.CampaignScore("guessing", 2));
  }

  @Test
  void an_alarm_on_everything_that_was_on_before_the_attack_has_not_found_it() {
    WorldScore score =
        WorldReplay.of(world(), alerting(Set.of(180, 201), EVERYTHING, AlertResponse.NOTIFY));

    assertThat(score.campaigns()).noneMatch(WorldScore.CampaignScore::found);
    assertThat(score.incidents()).contains(new WorldScore.Incident("alert", "nobody"));
  }

  @Test
  void an_alarm_on_everything_that_goes_on_after_the_attack_is_no_further_incident() {
    WorldScore score =
        WorldReplay.of(world(), alerting(Set.of(201, 220, 280), EVERYTHING, AlertResponse.NOTIFY));
    WorldScore later =
        WorldReplay.of(world(), alerting(Set.of(201, 400), EVERYTHING, AlertResponse.NOTIFY));

    assertThat(score.incidents()).containsExactly(new WorldScore.Incident("alert", ""));
    assertThat(later.incidents()).contains(new WorldScore.Incident("alert", "nobody"));
  }
}
