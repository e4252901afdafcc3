package dev.rampart.benchmark.inspection;

import java.io.IOException;
import java.nio.file.Path;

/** Learns the weights from a folder of corpora and writes the inspector's table. */
public final class Train {

  private Train() {}

  /** Arguments: the folder of the corpora, and the file to write. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: Train CORPORA WEIGHTS");
      System.exit(2);
    }
    var trainer = new Trainer(Corpus.read(Path.of(args[0])));
    trainer.learn(_ -> true).write(Path.of(args[1]));
  }
}
