package dev.rampart.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

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

  @Test
  void the_overview_has_a_whole_sentence_for_each_command() {
    assertThat(RampartCommand.commandLine().getSubcommands().values())
        .allSatisfy(
            command ->
                assertThat(command.getCommandSpec().usageMessage().description()[0]).endsWith("."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          check --stage dev|--stage is for --account
          check --set AlarmEmail=a@b.c|--set is for --account
          check --preset large --json|--preset is for --account
          check --region eu-west-1|--region is for --account
          check --profile work|--profile is for --account
          check --account --set Preset=large|say --preset large instead
          deploy --stage dev --set Stage=live|say --stage live instead
          deploy --stage dev --ignore nonsense|there are identity, stack, api-log-role
          deploy|Missing required option: --stage
          """)
  void an_option_that_would_have_no_effect_is_wrong_usage(String typed, String words) {
    StringWriter err = new StringWriter();
    CommandLine line = RampartCommand.commandLine().setErr(new PrintWriter(err));

    assertThat(line.execute(typed.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x", "x", "https:x", "http://api.example/dev"})
  void a_stage_that_secrets_cannot_go_to_is_refused_before_more_is_asked_for(String url) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        RampartCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    assertThat(line.execute("demo", "--target", url)).isEqualTo(1);
    assertThat(err.toString()).contains(url + " is no https address").doesNotContain("--sign-in");
    assertThat(out.toString()).isEmpty();
  }
}
