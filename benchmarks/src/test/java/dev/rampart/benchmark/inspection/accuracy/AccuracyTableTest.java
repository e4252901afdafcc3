package dev.rampart.benchmark.inspection.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.benchmark.inspection.corpus.LabelledRow;
import dev.rampart.domain.inspection.Inspector;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AccuracyTableTest {

  @Test
  void wins_and_losses_of_the_shipped_inspector_are_printed() {
    Judge judge = Judge.of(Inspector.standard());
    List<JudgedRow> judged = new ArrayList<>();
    for (int i = 0; i < AccuracyScore.ROWS_MIN; i++) {
      String attack = "' union select " + i + " from users -- ";
      judged.add(judge.judge(row("made-" + i, "made", "sqli", attack)));
      judged.add(judge.judge(row("blns-" + i, "blns", "-", "a letter of " + i + " pages")));
      judged.add(judge.judge(row("missed-" + i, "missed", "xss", "nothing but " + i + " words")));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    new AccuracyTable(judged, new PrintStream(bytes, true, StandardCharsets.UTF_8)).print();

    assertThat(bytes.toString(StandardCharsets.UTF_8).replaceAll(" +", " "))
        .contains("\nsqli 100.00 100.00 20 100.00\n")
        .contains("\nhard 0.00 0.00 20\n")
        .contains("\nxss missed 0.00 0.00 20\n")
        .contains("refused % rows\nxss missed 0.00 20\n")
        .contains("\nBA4 75.00 75.00\n");
  }

  private static LabelledRow row(String id, String source, String attack, String payload) {
    return new LabelledRow(id, source, attack, true, id, "-", payload);
  }
}
