package dev.rampart.benchmark.inspection.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rampart.benchmark.Arguments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that prints the figures, on a corpus of three rows in two files. */
final class AccuracyTest {

  @TempDir private Path folder;

  @BeforeEach
  void corpus() throws IOException {
    try (GZIPOutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.jsonl.gz")))) {
      out.write(
          """
          {"id":"a-1","label":"attack","class":"sqli","tier":"strict","skel":"x","payload":"' union select 1 from users -- "}
          {"id":"a-2","label":"attack","class":"sqli","tier":"noisy","skel":"y","payload":"or"}
          """
              .getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(
        folder.resolve("b.jsonl"),
        """
        {"id":"blns-1","label":"benign","class":"other","tier":"strict","skel":"z","payload":"Grüße"}
        """);
    Files.writeString(folder.resolve("README.md"), "no rows");
  }

  private String run(String... arguments) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Accuracy.run(new Arguments(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).replaceAll(" +", " ");
  }

  @Test
  void the_shipped_weights_are_judged_and_it_is_said_that_they_saw_such_rows() throws IOException {
    assertThat(run(folder.toString()))
        .startsWith("3 rows as prose, the weights in the jar; they were learned from such rows")
        .contains("\nsqli 100.00 100.00 1 100.00\n", "\nhard 0.00 0.00 1\n");
    assertThat(run(folder.toString(), "shipped")).isEqualTo(run(folder.toString()));
  }

  @Test
  void every_row_is_written_on_demand_noisy_ones_too() throws IOException {
    Path rows = folder.resolve("rows.tsv");

    assertThat(run(folder.toString(), "--rows", rows.toString(), "shipped")).contains("3 rows");

    assertThat(Files.readString(rows))
        .matches("a-1\t1\t[01]\\.\\d{4}\na-2\t0\t0\\.0000\nblns-1\t0\t0\\.0000\n");
  }

  @Test
  void wrong_arguments_are_refused_in_words() {
    assertThatIllegalArgumentException().isThrownBy(() -> run());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(folder.resolve("none").toString()))
        .withMessageContaining("there is no folder");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(folder.toString(), "halves"))
        .withMessage("halves is not shipped, folds or sources");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(folder.toString(), "--rows"))
        .withMessage("--rows needs a value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(folder.toString(), "--speed"))
        .withMessageContaining("--speed");
  }
}
