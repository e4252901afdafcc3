package dev.rampart.benchmark.inspection.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SpeedTableTest {

  private final SpeedTable table =
      new SpeedTable(new SpeedValues(new String[] {"four", "ünd", "more"}), 400);

  private void take(String subject, String benchmark, double nanos, double p99, double bytes) {
    table.take(new Measurement(subject, benchmark, "", "", nanos, p99, bytes));
  }

  private void take(String subject, HostileValue hostile, int chars, double millis) {
    String length = Integer.toString(chars);
    table.take(new Measurement(subject, "judge", hostile.name(), length, 1e6 * millis, 0, 800));
  }

  private String printed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void subjects_stand_side_by_side_and_a_loss_is_called_one() {
    take("rampart", "all", 3_000, 0, 300);
    take("peer", "all", 12_000, 0, 30);
    take("rampart", "one", 900, 4_000, 0);
    take("peer", "one", 450, 8_000, 0);

    assertThat(printed())
        .startsWith("3 values of 4 bytes on average, one thread, JDK ")
        .contains("| values a second | 1,000,000 | 250,000 | 4.00 |")
        .contains("| MB a second | 4.0 | 1.0 | 4.00 |")
        .contains("| median of a value, µs | 0.90 | 0.45 | 0.50 (lost) |")
        .contains("| p99 of a value, µs | 4.0 | 8.0 | 2.00 |")
        .contains("| bytes allocated a value | 100 | 10 | 0.10 (lost) |");
  }

  @Test
  void hostile_values_show_how_time_grows_and_who_broke() {
    take("rampart", HostileValue.SLASH, 400, 8);
    take("rampart", HostileValue.SLASH, 100, 2);
    table.lost("peer", HostileValue.SLASH, "StackOverflowError at 100");

    assertThat(printed())
        .contains("| `/` | 8.00 | 4.0 | 2.0 | StackOverflowError at 100 | - | - |")
        .contains("| `` ` `` | - | - | - | - | - | - |");
  }
}
