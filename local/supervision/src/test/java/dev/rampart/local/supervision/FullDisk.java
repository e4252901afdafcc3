package dev.rampart.local.supervision;

import java.io.IOException;
import java.nio.file.Path;

/** A process that appends a line that fits, one that does not, and again one that does. */
final class FullDisk {
  private FullDisk() {}

  public static void main(String[] args) throws IOException {
    try (LineFile file = LineFile.open(Path.of(args[0]), Long.MAX_VALUE)) {
      file.append("a".repeat(600));
      try {
        file.append("b".repeat(600));
      } catch (IOException e) {
        System.out.println("refused: " + e.getMessage());
      }
      file.append("short");
    }
  }
}
