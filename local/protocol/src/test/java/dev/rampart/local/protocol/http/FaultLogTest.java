package dev.rampart.local.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** A log that clients cannot fill. */
final class FaultLogTest {
  private final Lines lines = new Lines();
  private final FaultLog log = new FaultLog(lines);

  private static final class Lines implements System.Logger {
    private final List<String> logged = new ArrayList<>();

    @Override
    public String getName() {
      return "lines";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      logged.add(message);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      logged.add(format);
    }
  }

  @Test
  void a_deep_stack_is_cut_off() {
    log.log("A request failed", overflow());

    assertThat(lines.logged.getFirst())
        .startsWith("A request failed: java.lang.StackOverflowError\n\tat ")
        .contains("more")
        .hasLineCount(22);
  }

  @Test
  void only_the_first_of_a_kind_has_its_stack() {
    for (int i = 0; i < 3; i++) {
      log.log("A request failed", overflow());
    }

    assertThat(lines.logged).hasSize(3);
    assertThat(lines.logged.get(1)).isEqualTo("A request failed: java.lang.StackOverflowError");
  }

  @Test
  void what_the_machine_refuses_is_one_line() {
    IOException refused = new IOException("Too many open files");

    log.log("No connection can be accepted", refused);
    log.log("A request failed", new UncheckedIOException(refused));

    assertThat(lines.logged)
        .containsExactly(
            "No connection can be accepted: java.io.IOException: Too many open files",
            "A request failed: java.io.UncheckedIOException: java.io.IOException: Too many open"
                + " files");
  }

  @Test
  void causes_are_told() {
    log.log("A request failed", new IllegalStateException("outer", new RuntimeException("inner")));

    assertThat(lines.logged.getFirst()).contains("Caused by: java.lang.RuntimeException: inner");
  }

  @Test
  void text_of_a_client_stays_in_one_short_line() {
    IllegalArgumentException first =
        new IllegalArgumentException("a\r\nb\u001b[1m" + "x".repeat(10_000));
    first.setStackTrace(new StackTraceElement[0]);
    log.log("A request failed", first);

    assertThat(lines.logged.getFirst())
        .hasSizeLessThan(300)
        .doesNotContain("\n", "\r", "\u001b")
        .contains("a  b [1m");
  }

  @SuppressWarnings("InfiniteRecursion") // To have a StackOverflowError.
  private static int depth(int level) {
    return depth(level + 1) + 1;
  }

  private static Throwable overflow() {
    try {
      return new IllegalStateException(Integer.toString(depth(0)));
    } catch (StackOverflowError e) {
      return e;
    }
  }
}
