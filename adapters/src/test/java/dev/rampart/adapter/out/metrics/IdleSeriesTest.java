package dev.rampart.adapter.out.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is written every minute though nothing happens is charged by the month. */
final class IdleSeriesTest {
  private static final Path PAGE =
      Path.of(Objects.requireNonNull(System.getProperty("rampart.root")), "docs", "cost.md");

  @Test
  void the_cost_sheet_has_the_series_that_the_ticks_write_where_nothing_happens()
      throws IOException {
    int detection = series(() -> new EmfThreatMetrics("Rampart", "detection").zeros());
    int blocklist =
        series(() -> new EmfBlockMetrics("Rampart", "blocklist").reconciled(0, 0, 0, 0));
    int both = detection + blocklist;
    assertThat(Files.readString(PAGE))
        .contains("| series | %d | %d |".formatted(both, both))
        .contains("%d of detection and %d of the block list".formatted(detection, blocklist));
  }

  /** Returns how many metrics, told apart by name and dimensions, are written meanwhile. */
  private static int series(Runnable use) {
    Set<String> series =
        EmfLines.of(use).stream()
            .map(line -> EmfLines.name(line) + EmfLines.dimensions(line))
            .collect(Collectors.toSet());
    assertThat(series).isNotEmpty();
    return series.size();
  }
}
