package dev.rampart.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java files of this repository. */
final class JavaFiles {
  private JavaFiles() {}

  /** Leaves out what builds write and what tools keep beside the sources. */
  static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.walk(Modules.ROOT)) {
      return files.filter(JavaFiles::isOurs).sorted().toList();
    }
  }

  private static boolean isOurs(Path file) {
    Path inside = Modules.ROOT.relativize(file);
    for (Path part : inside) {
      String name = part.toString();
      if (name.equals("target") || name.equals("node_modules") || name.startsWith(".")) {
        return false;
      }
    }
    return file.toString().endsWith(".java");
  }
}
