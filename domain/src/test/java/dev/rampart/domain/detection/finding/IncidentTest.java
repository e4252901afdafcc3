package dev.rampart.domain.detection.finding;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IncidentTest {
  private static final Incident OPEN = Incident.open(new FindingId("f-1"), Severity.MEDIUM, NOON);
  private static final Instant QUARTER = NOON.plus(Incident.UPDATE_INTERVAL);
  private static final Instant TWO_HOURS = NOON.plus(Incident.CLOSED_AFTER);

  @Test
  void it_begins_with_version_one() {
    assertThat(OPEN.version()).isEqualTo(1);
    assertThat(OPEN.lastSeen()).isEqualTo(NOON);
  }

  @Test
  void it_is_over_after_two_silent_hours_and_not_before() {
    assertThat(OPEN.isOver(TWO_HOURS)).isFalse();
    assertThat(OPEN.isOver(TWO_HOURS.plusMillis(1))).isTrue();
  }

  @Test
  void it_changes_if_it_gets_worse_and_not_if_it_gets_milder() {
    assertThat(OPEN.isChangedBy(Severity.HIGH, NOON)).isTrue();
    assertThat(OPEN.isChangedBy(Severity.MEDIUM, NOON)).isFalse();
    assertThat(OPEN.isChangedBy(Severity.LOW, NOON)).isFalse();
  }

  @Test
  void it_changes_if_it_goes_on_for_more_than_a_quarter_of_an_hour() {
    assertThat(OPEN.isChangedBy(Severity.LOW, QUARTER)).isFalse();
    assertThat(OPEN.isChangedBy(Severity.LOW, QUARTER.plusMillis(1))).isTrue();
  }

  @Test
  void a_change_is_a_new_version_under_the_same_id() {
    Incident worse = OPEN.changedBy(Severity.HIGH, QUARTER);
    assertThat(worse).isEqualTo(new Incident(OPEN.id(), Severity.HIGH, QUARTER, 2));
  }

  @Test
  void it_keeps_the_highest_severity_and_the_newest_time() {
    Incident late = OPEN.changedBy(Severity.HIGH, NOON.minusSeconds(60));
    assertThat(late.lastSeen()).isEqualTo(NOON);
    assertThat(late.changedBy(Severity.LOW, QUARTER).severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void an_attack_of_a_day_is_told_at_most_every_quarter_of_an_hour() {
    Incident incident = OPEN;
    List<Instant> told = new ArrayList<>();
    for (Instant at = NOON; at.isBefore(NOON.plus(Duration.ofDays(1))); at = at.plusSeconds(10)) {
      assertThat(incident.isOver(at)).isFalse();
      if (incident.isChangedBy(Severity.MEDIUM, at)) {
        incident = incident.changedBy(Severity.MEDIUM, at);
        told.add(at);
      }
    }
    assertThat(told).hasSizeBetween(94, 96);
    assertThat(incident.version()).isEqualTo(1 + told.size());
  }

  @Test
  void what_follows_has_an_id_of_its_own_even_if_its_activity_began_before() {
    FindingId other = new FindingId("f-2");
    assertThat(OPEN.followedBy(other, NOON.plusMillis(1), Severity.LOW, TWO_HOURS))
        .isEqualTo(Incident.open(other, Severity.LOW, TWO_HOURS));
    Incident same = OPEN.followedBy(OPEN.id(), NOON, Severity.LOW, TWO_HOURS);
    assertThat(same.id()).isNotEqualTo(OPEN.id());
    assertThat(OPEN.followedBy(OPEN.id(), NOON, Severity.LOW, TWO_HOURS)).isEqualTo(same);
  }
}
