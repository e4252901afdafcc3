package dev.rampart.benchmark.inspection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Judges every row of a corpus by weights that were learned without it, and prints {@code
 * id<TAB>0|1<TAB>score}: {@code folds} leaves out a fifth of the near-duplicate groups and all
 * evasions at a time, {@code sources} a whole source and whatever resembles it.
 */
public final class Accuracy {

  private static final int FOLDS = 5;
  private static final double REFUSED_FROM = 0.55;
  private static final String EVASIONS = "evasions";

  private Accuracy() {}

  /** Arguments: the folder of the corpora, and {@code folds} or {@code sources}. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2 || !List.of("folds", "sources").contains(args[1])) {
      System.err.println("usage: Accuracy CORPORA folds|sources");
      System.exit(2);
    }
    var rows = Corpus.read(Path.of(args[0]));
    var trainer = new Trainer(rows);
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    if (args[1].equals("folds")) {
      for (var fold = 0; fold < FOLDS; fold++) {
        var number = fold;
        Predicate<Row> held = row -> Math.floorMod(row.group().hashCode(), FOLDS) == number;
        var weights = trainer.learn(row -> !held.test(row) && !row.source().equals(EVASIONS));
        rows.stream().filter(held).forEach(row -> print(out, trainer, weights, row));
      }
    } else {
      var sources = new TreeSet<String>();
      rows.forEach(row -> sources.add(row.source()));
      for (var source : sources) {
        var weights = trainer.learnWithout(source);
        rows.stream()
            .filter(row -> row.source().equals(source))
            .forEach(row -> print(out, trainer, weights, row));
      }
    }
    out.flush();
  }

  private static void print(PrintStream out, Trainer trainer, Weights weights, Row row) {
    var score = weights.score(trainer.windows(row));
    out.printf(Locale.ROOT, "%s\t%d\t%.4f%n", row.id(), score >= REFUSED_FROM ? 1 : 0, score);
  }
}
