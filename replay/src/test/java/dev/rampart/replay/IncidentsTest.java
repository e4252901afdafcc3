package dev.rampart.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.replay.input.LineOutcome;
import dev.rampart.replay.input.RecordedEntry;
import dev.rampart.replay.input.RecordedLine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class IncidentsTest {
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Instant START = Instant.parse("2026-10-10T00:00:00Z");
  private static final long SECONDS_PER_DAY = 86_400;

  private final List<Threat> told = new ArrayList<>();
  private final ReplayRun run = new ReplayRun(List.of(), told::add);
  private long number;

  @Test
  void what_is_over_is_forgotten_also_behind_a_time_far_ahead() {
    scan("198.51.100.1", Instant.parse("2099-01-01T00:00:00Z"));
    for (int day = 0; day < 40; day++) {
      scan("203.0.113." + day, START.plusSeconds(day * SECONDS_PER_DAY));
    }
    Incidents incidents = run.whatIfs().getFirst().incidents();
    assertThat(incidents.size()).isPositive().isLessThan(20);
  }

  @Test
  void what_its_evidence_makes_sure_is_told_at_once() {
    scan("198.51.100.1", START);
    assertThat(told).extracting(Threat::change).containsExactly(Threat.Change.DETECTED);
    for (int i = 0; i < 6; i++) {
      get("198.51.100.1", START.plusSeconds(20 + i), "/?q=1%27%20OR%20%271%27=%271");
    }
    assertThat(told)
        .filteredOn(threat -> threat.finding().detector() == DetectorKind.BURST_PROBE)
        .extracting(threat -> threat.finding().isHostile())
        .containsExactly(false, true);
  }

  private void scan(String address, Instant at) {
    for (int i = 0; i < 10; i++) {
      get(address, at.plusSeconds(i), "/" + i + "/.env");
    }
  }

  private void get(String address, Instant at, String target) {
    String line =
        "%s - - [%s] \"GET %s HTTP/1.1\" 404 5".formatted(address, LOG_TIME.format(at), target);
    LineOutcome outcome = RecordedLine.read(line, "access.log", ++number);
    run.take(new RecordedEntry("access.log", number, at, outcome));
  }
}
