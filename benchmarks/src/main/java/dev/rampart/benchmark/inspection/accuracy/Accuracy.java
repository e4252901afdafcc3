package dev.rampart.benchmark.inspection.accuracy;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.Program;
import dev.rampart.benchmark.inspection.corpus.Corpus;
import dev.rampart.benchmark.inspection.corpus.GeneratedRows;
import dev.rampart.benchmark.inspection.corpus.LabelledRow;
import dev.rampart.benchmark.inspection.training.Trainer;
import dev.rampart.benchmark.inspection.training.Weights;
import dev.rampart.domain.inspection.Inspector;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Judges every row of a corpus and prints how often that was right. */
public final class Accuracy {

  private static final int FOLDS = 5;

  /** Whose weights judge. */
  private enum Mode {
    SHIPPED("the weights in the jar; they were learned from such rows, so this flatters"),
    FOLDS("held out: no row is judged by weights that saw it, its near-duplicates or an evasion"),
    SOURCES("source unseen: no row is judged by weights that saw its source or what resembles it");

    private final String title;

    Mode(String title) {
      this.title = title;
    }

    static Mode of(String word) {
      return Arrays.stream(values())
          .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(word))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException(word + " is not shipped, folds or sources"));
    }
  }

  /** Not the seed of the generated rows to learn from. */
  private static final long MADE_SEED = 11;

  private static final int MADE_EACH = 12;

  private final List<LabelledRow> rows;
  private final int foundRows;
  private final JudgedRow[] judged;

  /** Takes the rows of a corpus, and adds rows of our own grammars. */
  private Accuracy(List<LabelledRow> found) {
    this.rows = new ArrayList<>(found);
    this.foundRows = found.size();
    rows.addAll(GeneratedRows.rows(MADE_SEED, MADE_EACH, MADE_EACH));
    this.judged = new JudgedRow[rows.size()];
  }

  /**
   * Arguments: the folder of the corpora; {@code shipped} (the default), {@code folds} or {@code
   * sources}; and {@code --rows FILE} to write a line {@code id<TAB>0|1<TAB>score} for each row.
   */
  public static void main(String[] args) throws IOException {
    Program.run("accuracy", args, Accuracy::run);
  }

  static void run(Arguments arguments, PrintStream out) throws IOException {
    String rowsFile = arguments.option("--rows");
    List<String> words = arguments.words(1, 2);
    Mode mode = words.size() < 2 ? Mode.SHIPPED : Mode.of(words.getLast());
    Accuracy accuracy = new Accuracy(Corpus.read(Path.of(words.getFirst())));
    accuracy.judge(mode);
    if (!rowsFile.isEmpty()) {
      accuracy.write(Path.of(rowsFile));
    }
    out.printf("%d rows as %s, %s%n%n", accuracy.foundRows, Judge.KIND.wireName(), mode.title);
    new AccuracyTable(accuracy.judged(), out).print();
  }

  private List<LabelledRow> found() {
    return rows.subList(0, foundRows);
  }

  /** Returns what was judged: all but generated rows if a source is left out. */
  private List<JudgedRow> judged() {
    return Arrays.stream(judged).filter(Objects::nonNull).toList();
  }

  private void judge(Mode mode) {
    switch (mode) {
      case SHIPPED -> judge(_ -> true, Judge.of(Inspector.standard()));
      case FOLDS -> {
        Trainer trainer = new Trainer(found());
        for (int fold = 0; fold < FOLDS; fold++) {
          System.err.printf("fold %d of %d%n", fold + 1, FOLDS);
          int number = fold;
          Predicate<LabelledRow> held =
              row -> Math.floorMod(row.group().hashCode(), FOLDS) == number;
          Weights weights =
              trainer.learn(row -> !held.test(row) && !row.source().equals(AccuracyScore.EVASIONS));
          judge(held, Judge.of(trainer, weights));
        }
      }
      case SOURCES -> {
        Trainer trainer = new Trainer(found());
        for (String source : new TreeSet<>(found().stream().map(LabelledRow::source).toList())) {
          System.err.println("without " + source);
          judge(
              row -> row.source().equals(source), Judge.of(trainer, trainer.learnWithout(source)));
        }
      }
    }
  }

  private void judge(Predicate<LabelledRow> which, Judge judge) {
    for (int i = 0; i < judged.length; i++) {
      if (which.test(rows.get(i))) {
        judged[i] = judge.judge(rows.get(i));
      }
    }
  }

  private void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (JudgedRow one : Arrays.asList(judged).subList(0, foundRows)) {
        out.write(
            String.format(
                Locale.ROOT, "%s\t%d\t%.4f\n", one.row().id(), one.refused() ? 1 : 0, one.score()));
      }
    }
  }
}
