package dev.rampart.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules of this repository, as the root's pom names them. */
public final class Modules {
  /** Where the build puts the classes of a module. */
  public static final String CLASSES = "target/" + System.getProperty("rampart.classes", "classes");

  static final Path ROOT = Path.of(System.getProperty("rampart.root", ""));
  private static final Pattern MODULE = Pattern.compile("<module>([a-z/]+)</module>");

  private Modules() {}

  /** Returns the folders of all modules. */
  static List<String> all() {
    try {
      return MODULE
          .matcher(Files.readString(ROOT.resolve("pom.xml")))
          .results()
          .map(module -> module.group(1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the source files of a module: {@code main}, {@code test} or both, for an empty text.
   */
  static List<Path> sources(String module, String set) throws IOException {
    Path folder = ROOT.resolve(module).resolve("src").resolve(set);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
