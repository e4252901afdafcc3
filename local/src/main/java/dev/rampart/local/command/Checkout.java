package dev.rampart.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the files of a repository begin. */
final class Checkout {
  private Checkout() {}

  /** Returns the nearest directory above a file that Git works in, or else that of the file. */
  static Path root(Path file) {
    Path directory =
        Optional.ofNullable(file.toAbsolutePath().normalize().getParent()).orElse(file);
    return Stream.iterate(directory, at -> at != null, Path::getParent)
        .filter(at -> Files.exists(at.resolve(".git")))
        .findFirst()
        .orElse(directory);
  }
}
