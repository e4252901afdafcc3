package dev.rampart.benchmark.inspection.training;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.inspection.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Learns the weights from a folder of corpora and writes the inspector's table. */
public final class Train {

  private Train() {}

  /** Arguments: the folder of the corpora, and the file to write. */
  public static void main(String[] args) throws IOException {
    try {
      List<String> words = new Arguments(args).words(2, 2);
      Trainer trainer = new Trainer(Corpus.read(Path.of(words.getFirst())));
      trainer.learn(_ -> true).write(Path.of(words.getLast()));
    } catch (IllegalArgumentException e) {
      System.err.println("train: " + e.getMessage());
      System.exit(2);
    }
  }
}
