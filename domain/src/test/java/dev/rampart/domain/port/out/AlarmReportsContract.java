package dev.rampart.domain.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.monitoring.AlarmLevel;
import dev.rampart.domain.monitoring.AlarmReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link AlarmReports} owes its callers. */
public interface AlarmReportsContract {

  /** Alarms that a test can ring. */
  interface RingableAlarms {
    /** Makes an alarm of a metric that says OK; returns its name. */
    String add(String title, String runbook);

    /** Makes an alarm of other alarms that says OK; returns its name. */
    String addComposite(String title, String runbook);

    /** Brings an alarm to a state. */
    void set(String name, AlarmLevel level, String reason);

    /** Returns what is tested. */
    AlarmReports reports();
  }

  /** Returns no alarms. */
  RingableAlarms newAlarms();

  @Test
  default void without_alarms_there_is_none() {
    assertThat(newAlarms().reports().read()).isEqualTo(new AlarmReports.Reading(List.of(), true));
  }

  @Test
  default void an_alarm_says_what_it_means_how_it_stands_why_and_what_to_do() {
    RingableAlarms alarms = newAlarms();
    String rings = alarms.add("A message is dead", "docs/runbooks/dead-letters.md");
    String quiet = alarms.add("The function fails", "docs/runbooks/function-errors.md");
    alarms.set(rings, AlarmLevel.ALARM, "1 is more than 0");
    alarms.set(quiet, AlarmLevel.OK, "0 is not");

    assertThat(alarms.reports().read().alarms())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("since")
        .containsExactlyInAnyOrder(
            new AlarmReport(
                rings,
                "A message is dead",
                AlarmLevel.ALARM,
                Instant.EPOCH,
                "1 is more than 0",
                Optional.of("docs/runbooks/dead-letters.md")),
            new AlarmReport(
                quiet,
                "The function fails",
                AlarmLevel.OK,
                Instant.EPOCH,
                "0 is not",
                Optional.of("docs/runbooks/function-errors.md")));
  }

  @Test
  default void alarms_of_alarms_are_among_them() {
    RingableAlarms alarms = newAlarms();
    String one = alarms.add("One", "docs/runbooks/one.md");
    String all = alarms.addComposite("All", "docs/runbooks/all.md");

    assertThat(alarms.reports().read().alarms())
        .extracting(AlarmReport::name)
        .containsExactlyInAnyOrder(one, all);
    assertThat(alarms.reports().read().alarms())
        .extracting(alarm -> alarm.runbook().orElse(""))
        .containsExactlyInAnyOrder("docs/runbooks/one.md", "docs/runbooks/all.md");
  }
}
