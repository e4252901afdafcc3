package dev.rampart.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RampartCommandTest {

  @Test
  void output_is_utf_8_in_every_locale() {
    InputStream in = System.in;
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
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

  @Test
  void the_overview_of_a_checkout_that_is_not_built_has_every_command() throws IOException {
    String script = Files.readString(Path.of(System.getProperty("rampart.root"), "rampart"));
    Stream<String> overview =
        script.substring(script.indexOf("Usage: rampart"), script.indexOf("\nEND\n")).lines();
    assertThat(
            overview
                .filter(line -> line.startsWith("  "))
                .map(line -> line.strip().split(" ", 2)[0]))
        .containsExactlyElementsOf(RampartCommand.commandLine().getSubcommands().keySet());
  }
}
