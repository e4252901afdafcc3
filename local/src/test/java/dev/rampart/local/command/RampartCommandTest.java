package dev.rampart.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class RampartCommandTest {

  @Test
  void output_is_utf_8_in_every_locale() {
    var in = System.in;
    var out = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setIn(
        new ByteArrayInputStream(
            "{\"id\":\"né\",\"payload\":\"x\"}".getBytes(StandardCharsets.UTF_8)));
    System.setOut(new PrintStream(bytes, true, StandardCharsets.US_ASCII));
    try {
      assertThat(RampartCommand.commandLine().execute("inspect", "-")).isZero();
    } finally {
      System.setIn(in);
      System.setOut(out);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("né\t0\t-\t0.0000\n");
  }
}
