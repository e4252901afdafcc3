package dev.rampart.benchmark.inspection.speed;

import dev.rampart.benchmark.inspection.corpus.Corpus;
import dev.rampart.benchmark.inspection.corpus.GeneratedRows;
import dev.rampart.benchmark.inspection.corpus.LabelledRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The values of a speed run, shuffled, so that no branch is learned from the order of a file. */
record SpeedValues(String[] values) {

  private static final long SEED = 1;
  private static final int ATTACKS_EACH = 20;
  private static final int HONEST_EACH = 60;

  /** Reads those of a corpus; without one, makes them from our own grammars. */
  static SpeedValues of(String corpora) {
    try {
      List<LabelledRow> rows =
          corpora.isEmpty()
              ? GeneratedRows.rows(SEED, ATTACKS_EACH, HONEST_EACH)
              : Corpus.read(Path.of(corpora));
      List<String> values = new ArrayList<>(rows.stream().map(LabelledRow::payload).toList());
      Collections.shuffle(values, new Random(SEED));
      return new SpeedValues(values.toArray(String[]::new));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + corpora, e);
    }
  }

  int count() {
    return values.length;
  }

  /** Returns the length of all values in UTF-8. */
  long bytes() {
    long bytes = 0L;
    for (String value : values) {
      bytes += value.getBytes(StandardCharsets.UTF_8).length;
    }
    return bytes;
  }
}
